"""The two words of which every route states one: `@requires(permission)` or `@public`."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import request
from flask_jwt_extended import current_user, verify_jwt_in_request

from server import problems
from server.access.permissions import ROLE_PERMISSIONS, Permission, Role

SECURITY = [{"bearer": []}, {"cookie": []}]


def public(view: Callable) -> Callable:
    """Anybody may call this route, signed in or not."""
    view._access = "public"
    return view


def requires(permission: Permission, *, one_time_code: bool = False) -> Callable:
    """Only a signed-in person whose role has `permission` may call this route; who signed in with
    a one-time code may only where `one_time_code` says so. A client may say whom it believes to be
    signed in (`X-User-Id`); if somebody else is, nothing is done and nothing told."""

    def decorate(view: Callable) -> Callable:
        @wraps(view)
        def guarded(*args: Any, **kwargs: Any) -> Any:
            verify_jwt_in_request()
            _require_who_is_meant()
            if permission not in permissions_of(current_user):
                raise problems.FORBIDDEN()
            if current_user.must_change_secret and not one_time_code:
                raise problems.SECRET_MUST_CHANGE()
            return view(*args, **kwargs)

        guarded._access = permission
        doc = getattr(guarded, "_apidoc", {})
        doc.setdefault("manual_doc", {})["security"] = SECURITY
        guarded._apidoc = doc
        return guarded

    return decorate


def _require_who_is_meant() -> None:
    """Raise unless who is signed in is whom the client believes: on a shared phone somebody else
    may have signed in, in another tab, and the cookies are theirs now."""
    meant = request.headers.get("X-User-Id")
    if meant is not None and meant != str(current_user.id):
        raise problems.WRONG_USER()


def permissions_of(user: Any) -> set[Permission]:
    return ROLE_PERMISSIONS[Role(user.role)]
