"""The level above decides on what a batch brought in: all of it that has no hint, a part at a time,
so that nobody who records meanwhile waits long. What has a hint is looked at one by one."""

from typing import Any

from sqlalchemy import Select, func, select

from server import problems
from server.access.permissions import Permission
from server.access.requires import permissions_of
from server.accounts.models import User
from server.extensions import db, write
from server.imports.models import ImportBatch, ImportMade
from server.sessions import review
from server.sessions.lists import visible
from server.sessions.models import OutreachSession
from server.teams.queries import scope_of

AT_ONCE = 500
APPROVAL = {"decision": "approve", "reasons": [], "fields": [], "comment": None}
S = OutreachSession


def waiting(batch: ImportBatch) -> dict[str, int] | None:
    """How many of a batch's sessions wait without and with a hint, and how many are approved; None
    for a batch of something else. One query."""
    if batch.kind != "sessions" or batch.state != "applied":
        return None
    made = select(ImportMade.session_id).where(ImportMade.batch_id == batch.id)
    query = select(S.state, S.is_clean, func.count()).where(S.id.in_(made))
    found = {"clean": 0, "flagged": 0, "approved": 0}
    for state, is_clean, n in db.session.execute(query.group_by(S.state, S.is_clean)):
        if state == "pending":
            found["clean" if is_clean else "flagged"] += n
        elif state == "approved":
            found["approved"] += n
    return found


def may_approve(batch: ImportBatch, by: User) -> bool:
    """Whether somebody stands above who brought the batch in. Nobody approves their own."""
    if batch.by_id == by.id or Permission.SESSION_REVIEW not in permissions_of(by):
        return False
    return review.stands_above(batch.by, by)


def approve_some(batch: ImportBatch, *, by: User) -> None:
    """Approve the next of a batch's sessions that wait without a hint, at most five hundred. The
    rules of a review hold for each; raises the first problem that one of them has."""
    if batch.by_id == by.id:
        raise problems.OWN_SESSION()
    wanted = [(id, version) for id, version in db.session.execute(_next(batch, by))]
    answers = write(review.decide_many, wanted, APPROVAL, by=by)
    refused = [one for one in answers.values() if isinstance(one, problems.Problem)]
    if refused and len(refused) == len(answers):
        raise refused[0]


def _next(batch: ImportBatch, by: User) -> Select[Any]:
    made = select(ImportMade.session_id).where(ImportMade.batch_id == batch.id)
    query = select(S.id, S.version).where(S.id.in_(made), visible(scope_of(by)))
    return query.where(S.state == "pending", S.is_clean).order_by(S.id).limit(AT_ONCE)
