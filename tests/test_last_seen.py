"""The last day that somebody came to a hamlet, which the totals help to find, is the one that a
look at every session finds."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select, union_all

from server.catalogue.codes import REMOTE_TYPES
from server.extensions import db
from server.figures.coverage import window
from server.periods import named
from server.sessions.models import OutreachSession as S
from server.sessions.models import SessionPlace
from tests.conftest import empty_tables
from tests.world import World

HAMLETS = ("Ấp 1", "Ấp 2")
# Both halves of a month, both ends of a year and of the twelve months, both sides of the reform.
DAYS = (
    *("2022-08-01", "2023-12-31", "2024-01-14", "2024-12-15", "2025-06-30", "2025-11-14"),
    *("2025-11-15", "2025-12-01", "2026-02-28", "2026-10-31", "2026-11-01", "2026-11-14"),
    *("2026-11-15", "2026-11-20"),
)
MONTHS = ("2024-12", "2025-10", "2026-03", "2026-11")
sessions = st.lists(
    st.tuples(
        st.sampled_from(DAYS),
        st.sampled_from(HAMLETS),
        st.sampled_from(("outing", "training_class", "online", "broadcast")),
        st.none() | st.sampled_from(HAMLETS),
        st.sampled_from((None, "approve", "refuse")),
        st.booleans(),
    ),
    min_size=1,
    max_size=8,
)


def looked_up(app, month, states):
    """Hamlet -> the last day, from every session there is."""
    came = (
        S.nil.is_(False),
        S.state.in_(states),
        S.type.notin_(REMOTE_TYPES),
        S.date <= window(named(month)).end,
    )
    held = select(S.place_id, func.max(S.date)).where(*came).group_by(S.place_id)
    reached = (
        select(SessionPlace.place_id, func.max(S.date))
        .join(S, S.id == SessionPlace.session_id)
        .where(*came)
        .group_by(SessionPlace.place_id)
    )
    found: dict[int, date] = {}
    with app.app_context():
        for place, day in db.session.execute(union_all(held, reached)):
            found[place] = max(day, found.get(place, date.min))
        db.session.rollback()
    return {place: day.isoformat() for place, day in found.items()}


def test_the_last_visit_is_what_a_look_at_every_session_finds(app):
    @given(sessions)
    def holds(held):
        empty_tables(app)
        world = World(app)
        lan, hanh = world.volunteer(), world.province()
        other = world.team("Ấp 2")
        for day, place, type, also, decision, nil in held:
            body = {"team_id": lan.team, "place_id": world.units["Ấp 1"], "date": day, "nil": True}
            if not nil:
                others = [world.units[also]] if also and also != place else None
                body = world.body(
                    lan.team, place, date=day, type=type, other_place_ids=others,
                    co_team_ids=[other],
                )  # fmt: skip
            session = lan.record(body)
            if decision:
                hanh.review(session, decision, reasons=["implausible"], comment="Xem lại")
        for month in MONTHS:
            for state, states in (
                ("official", ("approved",)),
                ("provisional", ("approved", "pending")),
            ):
                expected = looked_up(app, month, states)
                rows = hanh.get(f"/coverage?period={month}&state={state}").json["rows"]
                shown = {row["unit"]["id"]: row["last_session_on"] for row in rows}
                assert shown == {hamlet: expected.get(hamlet) for hamlet in shown}, (month, state)

    holds()


def test_it_stays_with_the_hamlet_through_a_reform(world):
    lan = world.volunteer()
    lan.record(world.body(lan.team, date="2023-03-04"))
    for query in ("period=2026-11", "period=2026-11&map=2024-12-31", "period=2024-05"):
        rows = world.province().get(f"/coverage?{query}&state=provisional").json["rows"]
        last = {row["unit"]["name"]: row["last_session_on"] for row in rows}
        assert last == {"Ấp 1": "2023-03-04", "Ấp 2": None, "Ấp 3": None, "Ấp 4": None}
