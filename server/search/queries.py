"""Everything that fits what is typed, in a scope."""

import re

from sqlalchemy import select

from server import clock
from server.access.scope import Scope
from server.accounts.models import User
from server.admin_units.models import FOREVER
from server.admin_units.queries import register
from server.extensions import db
from server.search import people, places
from server.search.matching import all_words, closest, place_name
from server.sessions import content
from server.sessions.endings import ending
from server.sessions.lists import visible as visible_session
from server.sessions.models import OutreachSession
from server.teams.models import Team
from server.teams.queries import visible as visible_team
from server.text import fold, heard, nfc, one_line

SHORTEST = 2  # letters, below which everything would be found
RECEIPT = re.compile(r"B?[0-9A-Z]{10}")


def find(q: str, scope: Scope, by: User, limit: int) -> list[dict]:
    """What fits best: a receipt's session, or a share of each kind, that first whose best is
    spelt most like what was typed; units before teams before people where that is alike. A
    fixed number of queries."""
    q = one_line(q)
    if len(fold(q)) < SHORTEST:
        return []
    if sessions := _sessions(q, scope):
        return [_whole(one) for one in sessions[:limit]]
    map_ = register().on(clock.today())
    kinds = [
        places.find(q, map_, scope, limit),
        _teams(q, scope, limit),
        people.find(q, by, limit),
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
            "detail": f"{row.name}, {place_name(row.place_id)}",
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
        .where(visible_team(scope), all_words(Team.folded, q))
        .order_by(past, *closest(Team, q), Team.id)
        .limit(limit)
    )
    return [
        {
            "kind": "team",
            "id": str(row.id),
            "title": row.name,
            "detail": place_name(row.home_id),
            "until": None if row.dissolved_on == FOREVER else row.dissolved_on,
        }
        for row in db.session.execute(query)
    ]
