"""Sign-in for browsers and programs."""

from flask import g, jsonify, request
from flask_jwt_extended import (
    current_user,
    get_jwt,
    get_jwt_request_location,
    set_access_cookies,
    set_refresh_cookies,
    unset_jwt_cookies,
    verify_jwt_in_request,
)

from server import problems
from server.access.permissions import Permission
from server.access.requires import SECURITY, public, requires
from server.accounts import actions, phones, schemas, secrets
from server.blueprint import Blueprint
from server.extensions import write
from server.problems import field_error

auth = Blueprint("auth", __name__, url_prefix="/api/v1/auth", description="Sign-in")
ACCESS_SECONDS = 15 * 60


@auth.post("/login")
@public
@auth.arguments(schemas.SignIn)
@auth.response(200, schemas.SignedIn)
def login(data):
    """Sign in from a browser: sets HttpOnly cookies and a readable CSRF token."""
    tokens = _sign_in(data)
    return with_cookies({"must_change_secret": tokens["must_change_secret"]}, tokens)


def with_cookies(body, tokens):
    """An answer that signs a browser in."""
    response = jsonify(body)
    set_access_cookies(response, tokens["access_token"])
    set_refresh_cookies(response, tokens["refresh_token"])
    return response


@auth.post("/token")
@public
@auth.arguments(schemas.SignIn)
@auth.response(200, schemas.Tokens)
def token(data):
    """Sign in from a program: tokens for `Authorization: Bearer`."""
    return _sign_in(data) | {"expires_in": ACCESS_SECONDS}


def _sign_in(data):
    phone = phones.normalised(data["phone"])
    if phone is None:
        raise problems.invalid(field_error("/phone", "not_phone"))
    return actions.sign_in(phone, data["secret"], request.headers.get("User-Agent", ""))


@auth.post("/refresh")
@public
@auth.response(200, schemas.Tokens)
@auth.doc(security=SECURITY)
def refresh():
    """Exchange a refresh token for new tokens; a lost answer may be asked for again."""
    verify_jwt_in_request(refresh=True)
    from_cookie = get_jwt_request_location() == "cookies"
    tokens = write(actions.renew, current_user, g.device, get_jwt()["jti"])
    if not tokens:
        raise problems.TOKEN_REVOKED()
    body = tokens | {
        "expires_in": ACCESS_SECONDS,
        "must_change_secret": current_user.must_change_secret,
    }
    if not from_cookie:
        return body
    return with_cookies(body | {"access_token": "", "refresh_token": ""}, tokens)


@auth.post("/logout")
@requires(Permission.ACCOUNT_OWN, one_time_code=True)
@auth.response(204)
def logout():
    """End this device's sign-in at once. Nothing stored on the phone is touched."""
    write(actions.sign_out, current_user, g.device.id, by=current_user)
    response = jsonify()
    response.status_code = 204
    unset_jwt_cookies(response)
    return response


@auth.post("/secret")
@requires(Permission.ACCOUNT_OWN, one_time_code=True)
@auth.arguments(schemas.NewSecret)
@auth.response(200, schemas.SignedIn)
def choose_secret(data):
    """Choose one's own PIN or password, as after a one-time code."""
    if not current_user.must_change_secret:
        actions.require_present_secret(current_user, data.get("current"))
    secrets.check_strength(data["secret"], current_user.role, current_user.phone or "")
    write(actions.choose_secret, current_user, secrets.hashed(data["secret"]), g.device)
    return {"must_change_secret": False}
