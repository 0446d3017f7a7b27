"""How a withdrawn session came to be so: by who wrote it, merged into another that stands for it,
or with the file that brought it in. Its state is one and the same; officers tell them apart."""

import uuid
from collections.abc import Iterable

from sqlalchemy import ColumnElement, String, and_, case, cast, or_, select

from server.extensions import db
from server.planner import among
from server.sessions.models import OutreachSession, SessionRevision

MERGED, UNDONE, WITHDRAWN = ENDINGS = "merged", "undone", "withdrawn"
LABELS = {MERGED: "Đã gộp vào buổi khác", UNDONE: "Đã hoàn tác nhập tệp", WITHDRAWN: "Đã hủy"}
# Why a session was withdrawn by no author: kept as a reason, and as these words before that.
IMPORT_UNDONE = "import_undone"
UNDONE_WORDS = "Hoàn tác lần nhập tệp", "The import that added it was undone"


def ending() -> ColumnElement[str]:
    """The ending of a row of `OutreachSession`, in SQL; of one that is withdrawn alone."""
    s, r = OutreachSession, SessionRevision
    went = (
        select(r.version)
        .where(r.session_id == s.id, r.version == s.version, r.action == "withdrawn")
        .where(
            or_(
                cast(r.reasons, String).contains(IMPORT_UNDONE),
                r.comment == UNDONE_WORDS[0],
            )
        )
        .correlate(s)
        .exists()
    )
    return case(
        (s.state != "withdrawn", None),
        (s.merged_into.isnot(None), MERGED),
        (and_(s.import_id.isnot(None), went), UNDONE),
        else_=WITHDRAWN,
    )


def endings(sessions: Iterable[OutreachSession]) -> dict[uuid.UUID, str]:
    """Session -> its ending, of those that are withdrawn; one query, none where none is."""
    ids = [session.id for session in sessions if session.state == "withdrawn"]
    if not ids:
        return {}
    query = select(OutreachSession.id, ending()).where(among(OutreachSession.id, ids))
    return {id: how for id, how in db.session.execute(query)}
