"""What was sent about a month and does not make its hamlet active: a session that waits for the
team's correction, or one that was held from afar. Whoever is reminded is told of it."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, select, union_all

from server.catalogue.codes import REMOTE_TYPES
from server.extensions import db
from server.figures.frame import Frame
from server.periods import Period
from server.rollups.models import PlaceTotal as T
from server.sessions.models import NOT_APPROVED, SessionPlace, in_state
from server.sessions.models import OutreachSession as S

RETURNED, REMOTE = "returned", "remote"


def unheard(frame: Frame, month: Period, hamlets: Collection[int]) -> dict[int, dict[str, dict]]:
    """Hamlet -> `returned` and `remote`, each the latest `{date, type}` of the month; the type is
    None for a report that there was nothing. One query, of these hamlets' sessions alone."""
    places = [p for p in frame.row_of if frame.map.standing[p] in hamlets]
    if not places:
        return {}
    found: dict[int, dict[str, dict]] = {}
    for place, day, state, kind in db.session.execute(_sent(frame, month, places)):
        of = found.setdefault(frame.map.standing[place], {})
        why = RETURNED if state == RETURNED else REMOTE
        if why not in of or of[why]["date"] < day.isoformat():
            of[why] = {"date": day.isoformat(), "type": kind}
    return found


def _sent(frame: Frame, month: Period, places: list[int]) -> Any:
    """(place, date, state, type) of what was sent about the places, or takes them in. Each part has
    an index to go by: few are returned, and the totals say where something was held from afar."""
    of_month = S.date.between(month.start, month.end)
    returned = (of_month, S.state == RETURNED, NOT_APPROVED)
    here: Select = select(S.place_id, S.date, S.state, S.type)
    took_in = (
        select(SessionPlace.place_id, S.date, S.state, S.type)
        .join(S, S.id == SessionPlace.session_id)
        .where(SessionPlace.place_id.in_(places), *returned)
    )
    from_afar = select(T.place_id).where(
        T.grain == "half", T.start.between(month.start, month.end), T.place_id.in_(places),
        T.state_class.in_(frame.states), sum(getattr(T, code) for code in REMOTE_TYPES) > 0,
    )  # fmt: skip
    remote = here.where(
        of_month, S.place_id.in_(from_afar),
        in_state(frame.states), S.type.in_(REMOTE_TYPES), S.nil.is_(False),
    )  # fmt: skip
    return union_all(here.where(S.place_id.in_(places), *returned), took_in, remote)
