"""Sessions, teams and people by what is typed, in a scope."""

import re
from collections.abc import Iterable

from sqlalchemy import ColumnElement, and_, case, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased, selectinload

from server import clock
from server.access.permissions import Role
from server.access.scope import Scope
from server.accounts import phones
from server.accounts.areas import open_units
from server.accounts.models import User
from server.admin_units.models import FOREVER
from server.admin_units.queries import full_name, register
from server.extensions import db
from server.search import places
from server.sessions import content
from server.sessions.endings import ending
from server.sessions.lists import visible as visible_session
from server.sessions.models import OutreachSession
from server.teams.models import Team, TeamMember
from server.teams.queries import visible as visible_team
from server.teams.reach import near, within
from server.text import fold, heard, nfc, one_line

SHORTEST = 2  # letters, below which everything would be found
RECEIPT = re.compile(r"B?[0-9A-Z]{10}")
PHONE_START, PHONE_END = re.compile(r"0[0-9]{3,9}"), re.compile(r"[0-9]{4,10}")
# As phones are written whose middle is hidden: three digits tell enough.
PHONE_HIDDEN = re.compile(r"[0-9]{0,3}(?:…|[.x*•]{2,})[.x*•…]*([0-9]{3,10})")
CANDIDATES = 500  # people who fit, of whom the closest are told


def find(q: str, scope: Scope, by: User, limit: int) -> list[dict]:
    """What fits best: a receipt's session, or a share of each kind, that first whose best is
    spelt most like what was typed; units before teams before people where that is alike. As many
    queries whatever is found."""
    q = one_line(q)
    if len(fold(q)) < SHORTEST:
        return []
    if sessions := _sessions(q, scope):
        return [_whole(one) for one in sessions[:limit]]
    map_ = register().on(clock.today())
    kinds = [
        places.find(q, map_, scope, limit),
        _teams(q, scope, limit),
        _people(q, by, limit),
    ]
    kinds = [found for found in kinds if found]
    kinds.sort(key=lambda found: _fit(found[0], q))
    share = -(-limit // 3)
    spare = limit - sum(min(len(found), share) for found in kinds)
    kept: list[dict] = []
    for found in kinds:
        take = min(len(found), share + max(spare, 0))
        spare -= max(take - share, 0)
        kept += found[:take]
    return [_whole(one) for one in kept[:limit]]


def _fit(found: dict, q: str) -> int:
    title = found["title"]
    return places.rank(title.lower(), fold(title), nfc(q).lower(), fold(q))


def _whole(found: dict) -> dict:
    names = ("detail", "level", "now", "until", "role", "phone", "state", "ending", "date")
    return dict.fromkeys(names) | found


def _sessions(q: str, scope: Scope) -> list[dict]:
    if not RECEIPT.fullmatch(heard(q)):
        return []
    s = OutreachSession
    query = (
        select(
            *(s.id, s.receipt_code, s.state, s.date, s.place_id, Team.name),
            ending().label("ending"),
        )
        .join(Team, Team.id == s.team_id)
        .where(s.receipt_code == content.receipt_typed(q), visible_session(scope))
        .limit(5)
    )
    return [
        {
            "kind": "session",
            "id": str(row.id),
            "title": row.receipt_code,
            "detail": f"{row.name}, {_place_name(row.place_id)}",
            "state": row.state,
            "ending": row.ending,
            "date": row.date,
        }
        for row in db.session.execute(query)
    ]


def _teams(q: str, scope: Scope, limit: int) -> list[dict]:
    past = Team.dissolved_on <= clock.today()
    query = (
        select(Team.id, Team.name, Team.home_id, Team.dissolved_on)
        .where(visible_team(scope), _all_words(Team.folded, q))
        .order_by(past, *_closest(Team, q), Team.id)
        .limit(limit)
    )
    return [
        {
            "kind": "team",
            "id": str(row.id),
            "title": row.name,
            "detail": _place_name(row.home_id),
            "until": None if row.dissolved_on == FOREVER else row.dissolved_on,
        }
        for row in db.session.execute(query)
    ]


def _people(q: str, by: User, limit: int) -> list[dict]:
    """By phone or name. Of a very common name only so many are ranked, else one word would set the
    whole province side by side; who types more of it is told all."""
    phone = _by_phone(q)
    candidates = select(User).where(near(by), within(by)).limit(CANDIDATES)
    if phone is not None:
        candidates = candidates.where(phone)
    else:
        # Names are read from their index, without the people who are called otherwise.
        named = aliased(User)
        candidates = candidates.join(named, named.id == User.id)
        candidates = candidates.where(_all_words(named.folded, q))
    person = aliased(User, candidates.subquery())
    query = (
        select(person)
        .order_by(person.disabled_at.isnot(None), *_closest(person, q), person.id)
        .options(selectinload(person.areas))
        .limit(limit)
    )
    found = list(db.session.scalars(query))
    teams = _teams_of([user.id for user in found])
    return [
        {
            "kind": "person",
            "id": str(user.id),
            "title": user.name,
            "detail": teams.get(user.id) or _areas(user) or None,
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


def _all_words(column: InstrumentedAttribute, q: str) -> ColumnElement[bool]:
    """Every word typed begins a word of the name, in whatever order. The last is asked for first:
    of two words of a name it is the given one, and half of all people share the other."""
    spaced, words = " " + column, fold(q).split()[::-1]
    begin = (spaced.contains(f" {word}", autoescape=True) for word in words)
    return and_(column.contains(words[0], autoescape=True), *begin)


def _closest(model: type[User] | type[Team], q: str) -> list[ColumnElement]:
    """Exact spelling first, then those that end so (in Vietnam the given name), then by name."""
    typed = nfc(q)
    spellings = {typed, typed.title(), typed[:1].upper() + typed[1:]}
    exact = or_(*(model.name.contains(one, autoescape=True) for one in sorted(spellings)))
    ends = model.folded.endswith(fold(q), autoescape=True)
    return [case((exact, 0), else_=1), case((ends, 0), else_=1), model.folded]


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


def _areas(user: User) -> str:
    if user.role == Role.VOLUNTEER:
        return ""
    return ", ".join(_place_name(unit_id) for unit_id in _of_today(sorted(open_units(user))))


def _of_today(unit_ids: Iterable[int]) -> list[int]:
    """Without the units that others have come from."""
    units, today = register().units, clock.today()
    return [unit for unit in unit_ids if units[unit].exists_on(today)] or list(unit_ids)


def _place_name(unit_id: int) -> str:
    unit = register().units[unit_id]
    return full_name(unit_id, register().on(unit.nearest_day(clock.today())))
