"""People by their phone or name, among those whom the reader sees."""

import re
from collections.abc import Iterable

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from server import clock
from server.access.permissions import Role
from server.accounts import phones
from server.accounts.models import User, UserArea
from server.admin_units.queries import register
from server.extensions import db
from server.search.matching import all_words, closest, place_name
from server.teams.models import Team, TeamMember
from server.teams.reach import near, within

PHONE_START, PHONE_END = re.compile(r"0[0-9]{3,9}"), re.compile(r"[0-9]{4,10}")
# As phones are written whose middle is hidden: three digits tell enough.
PHONE_HIDDEN = re.compile(r"[0-9]{0,3}(?:…|[.x*•]{2,})[.x*•…]*([0-9]{3,10})")
CANDIDATES = 500  # people who fit, of whom the closest are told
NAMED = aliased(User)  # names as their index holds them, without the people called otherwise


def find(q: str, by: User, limit: int) -> list[dict]:
    """By phone or name. Of a very common name only so many are ranked, else one word would set the
    whole province side by side; who types more of it is told all."""
    # What is told of a person and no more: each column of a candidate is carried through twice.
    u = User
    who = select(u.id, u.name, u.folded, u.role, u.phone, u.disabled_at)
    candidates = who.where(near(by), within(by)).limit(CANDIDATES)
    if (phone := _by_phone(q)) is not None:
        candidates = candidates.where(phone)
    else:
        candidates = candidates.join(NAMED, NAMED.id == User.id)
        candidates = candidates.where(all_words(NAMED.folded, q))
    person = candidates.subquery().c
    query = (
        select(person.id, person.name, person.role, person.phone, person.disabled_at)
        .order_by(person.disabled_at.isnot(None), *closest(person, q), person.id)
        .limit(limit)
    )
    found = db.session.execute(query).all()
    belong = _areas_of([user.id for user in found if user.role != Role.VOLUNTEER])
    belong |= _teams_of([user.id for user in found])
    return [
        {
            "kind": "person",
            "id": str(user.id),
            "title": user.name,
            "detail": belong.get(user.id),
            "role": user.role,
            "phone": user.phone,
            "until": user.disabled_at and clock.local_date(user.disabled_at),
        }
        for user in found
    ]


def _by_phone(q: str) -> ColumnElement[bool] | None:
    """The condition on `User` for a phone, or how one begins or ends; None for what is none."""
    typed = re.sub(r"[\s\-()]", "", q).lower()
    if hidden := PHONE_HIDDEN.fullmatch(typed):
        return _begins(User.phone_reversed, hidden[1][::-1])
    digits = re.sub(r"^(?:\+84|0084|84(?=\d{7}))", "0", typed.replace(".", ""))
    if phone := phones.normalised(q):
        return User.phone == phone
    ways = []
    if PHONE_START.fullmatch(digits):
        ways.append(_begins(User.phone, digits))
    if PHONE_END.fullmatch(digits):
        ways.append(_begins(User.phone_reversed, digits[::-1]))
    return or_(*ways) if ways else None


def _begins(column: InstrumentedAttribute, digits: str) -> ColumnElement[bool]:
    """As a stretch of the column's index, in any collation; a pattern would walk everybody."""
    return column.between(digits, digits + "9" * 10)


def _teams_of(ids: list[int]) -> dict[int, str]:
    """Person -> the teams that they are in, as text; one query."""
    today = clock.today()
    query = (
        select(TeamMember.user_id, Team.name)
        .join(Team, Team.id == TeamMember.team_id)
        .where(TeamMember.user_id.in_(ids))
        .where(TeamMember.joined_on <= today, TeamMember.left_on > today)
        .order_by(Team.name)
    )
    found: dict[int, list[str]] = {}
    for row in db.session.execute(query):
        found.setdefault(row.user_id, []).append(row.name)
    return {user: ", ".join(names) for user, names in found.items()}


def _areas_of(ids: list[int]) -> dict[int, str]:
    """Staff -> what they answer for today or will, as text; one query, for volunteers none."""
    if not ids:
        return {}
    a = UserArea
    query = select(a.user_id, a.unit_id).where(a.user_id.in_(ids), a.valid_to > clock.today())
    found: dict[int, set[int]] = {}
    for row in db.session.execute(query):
        found.setdefault(row.user_id, set()).add(row.unit_id)
    return {user: ", ".join(map(place_name, _of_today(sorted(u)))) for user, u in found.items()}


def _of_today(unit_ids: Iterable[int]) -> list[int]:
    """Without the units that others have come from."""
    units, today = register().units, clock.today()
    return [unit for unit in unit_ids if units[unit].exists_on(today)] or list(unit_ids)
