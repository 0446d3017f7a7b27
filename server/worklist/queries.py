"""The numbers of an officer's day."""

from sqlalchemy import Row, Select, case, func, select, text

from server import clock, periods
from server.accounts.models import STAFF, User
from server.admin_units.queries import register
from server.extensions import db
from server.invitations.models import JoinRequest
from server.invitations.queries import may_invite
from server.planner import off_index
from server.rollups.models import PlaceTotal
from server.sessions.counts import COUNTED_STATES
from server.sessions.lists import visible
from server.sessions.models import NOT_APPROVED, OutreachSession
from server.sessions.review import barred_authors, decidable
from server.sessions.waiting import overdue_before
from server.teams.models import Team
from server.worklist import idle
from server.worklist.area import Area


def worklist(area: Area) -> dict:
    """All the numbers; a fixed number of queries."""
    barred = barred_authors(area.by)
    waiting = _waiting(area, barred)
    return {
        "as_of": clock.now(),
        "month": f"{clock.today():%Y-%m}",
        **waiting,
        "hamlets_silent": _silent_hamlets(area),
        "teams_idle": idle.count(area),
        "join_requests": {"n": db.session.scalar(_requests(area))},
        "asked_back": {"n": db.session.scalar(_asked_back(area, barred))},
    }


def _waiting(area: Area, barred: set[int]) -> dict[str, dict]:
    """Of what waits for a decision or was returned: how many, and since when; of what waits, how
    many are not for the reader to decide, and everything else of the others alone."""
    found: dict[str, list[Row]] = {"pending": [], "returned": []}
    for row in db.session.execute(_by_author(area)):
        found[row.state].append(row)
    n = sum(row.n for row in found["pending"])
    ours = [row for row in found["pending"] if not (row.held or barred & {row.entered, row.told})]
    waiting = _since(ours)
    return {
        "pending": {
            "n": n,
            "oldest_on": waiting["oldest_on"],
            "overdue": sum(row.overdue for row in ours),
            "own": n - waiting["n"],
        },
        "flagged": {"n": sum(row.flagged for row in ours)},
        "returned": _since(found["returned"]),
    }


def _by_author(area: Area) -> Select:
    """(state, staff who entered them, staff who recorded them, whether the reader conducted them,
    ...): one row for each, most of them of volunteers alone."""
    s = OutreachSession
    staff = select(User.id).where(STAFF)
    since = case((s.state == "pending", s.waiting_since), else_=s.changed_at)
    late = s.waiting_since < overdue_before(clock.today())
    return (
        select(
            s.state,
            case((s.submitted_by.in_(staff), s.submitted_by)).label("entered"),
            case((s.recorded_by.in_(staff), s.recorded_by)).label("told"),
            case((s.conducted_by == area.by.id, 1), else_=0).label("held"),
            func.count().label("n"),
            func.min(since).label("since"),
            func.sum(case((late, 1), else_=0)).label("overdue"),
            func.sum(case((s.is_clean, 0), else_=1)).label("flagged"),
        )
        .where(s.state.in_(("pending", "returned")), NOT_APPROVED)
        .where(visible(area.scope), area.condition(off_index(s.place_id)))
        .group_by(s.state, text("entered"), text("told"), text("held"))
    )


def _since(rows: list[Row]) -> dict:
    oldest = min((row.since for row in rows), default=None)
    return {"n": sum(row.n for row in rows), "oldest_on": oldest and clock.local_date(oldest)}


def _silent_hamlets(area: Area) -> dict[str, int]:
    """The hamlets of today to which no session came this calendar month, those that wait for review
    counted too: as coverage says of the month's last column, nil reports being no sessions."""
    map_ = register().on(clock.today())
    hamlets = {hamlet for unit in area.units for hamlet in map_.within(unit, "hamlet")}
    t, month = PlaceTotal, periods.named(f"{map_.day:%Y-%m}")
    reached = db.session.scalars(
        select(t.place_id)
        .where(t.grain == "half", t.start.between(month.start, month.end))
        .where(t.state_class.in_(COUNTED_STATES), t.reach > 0)
        .distinct()
    )
    active = {map_.standing.get(place) for place in reached}
    return {"n": len(hamlets - active), "of": len(hamlets)}


def _requests(area: Area) -> Select:
    return (
        select(func.count())
        .select_from(JoinRequest)
        .join(Team, Team.id == JoinRequest.team_id)
        .where(JoinRequest.status == "waiting", may_invite(area.by, area.scope))
        .where(area.condition(Team.home_id))
    )


def _asked_back(area: Area, barred: set[int]) -> Select:
    s = OutreachSession
    return (
        select(func.count())
        .select_from(s)
        .where(s.asked_back_at.isnot(None), decidable(area.by, barred))
        .where(visible(area.scope), area.condition(off_index(s.place_id)))
    )
