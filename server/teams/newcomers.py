"""Whom somebody means who is put into a team: a volunteer there is, or a new one."""

from typing import Any

from sqlalchemy import select

from server import problems
from server.access.permissions import Role
from server.accounts.actions import create_user, named
from server.accounts.models import User
from server.extensions import db
from server.problems import field_error
from server.teams.models import Team
from server.teams.reach import on_no_roster, within


def person_for(data: dict, team: Team, by: User) -> User:
    """Whom `data` means: a volunteer there is, or a new one of that name and phone. Who is locked
    is let in again before they are put anywhere."""
    if "user_id" in data:
        user = db.session.get(User, data["user_id"])
        if user is None or user.role != Role.VOLUNTEER:
            raise problems.invalid(field_error("/user_id", "no_such_person"))
        if user.disabled_at:
            raise problems.invalid(field_error("/user_id", "person_locked", name=user.name))
        return user
    new = named(data) | {"role": Role.VOLUNTEER, "area_ids": []}
    _require_no_officers(new["phone"])
    return _on_no_roster(**new, by=by) or create_user(new, by=by, place_id=team.home_id)


def _require_no_officers(phone: str) -> None:
    """Raise for the number of an account that is in no team, whoever's: of people beyond `by`'s
    area nothing but this is said."""
    roles = select(User.role).where(User.phone == phone)
    if db.session.scalar(roles) not in (None, Role.VOLUNTEER):
        raise problems.invalid(field_error("/phone", "phone_of_officer"))


def _on_no_roster(name: str, phone: str, by: User, **_: Any) -> User | None:
    """The volunteer of that phone whom no roster names, where `by` answers for the place that they
    stood at last. Nobody else is taken for whom `by` names."""
    mine = select(User).where(User.phone == phone, User.role == Role.VOLUNTEER)
    found = db.session.scalar(mine.where(on_no_roster(), within(by)))
    if found is not None and found.name.casefold() != name.casefold():
        raise problems.invalid(field_error("/phone", "phone_of_another", name=found.name))
    if found is not None and found.disabled_at:
        raise problems.invalid(field_error("/phone", "phone_locked", name=found.name))
    return found
