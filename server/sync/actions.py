"""Takes the phone's items one by one, each in a transaction of its own, with a verdict each."""

import uuid
from dataclasses import dataclass

from sqlalchemy import update

from server import clock, problems
from server.accounts.models import User
from server.edge import denied, problem_of, uuid_in_path, version_in
from server.extensions import db, write
from server.problems import Problem, field_error
from server.sessions import actions, content, queries
from server.sessions.intake import Hand, receive
from server.sessions.models import OutreachSession, next_change
from server.sessions.schemas import NewSession, Withdrawal
from server.sync.models import Phone
from server.sync.schemas import AMEND, RECORD, WITHDRAW
from server.sync.spans import joined

FURTHEST_CLOCK = 10**9  # seconds, some thirty years: beyond that it does not matter how wrong it is
# An honest phone counts from 1, one by one; what another says must not fill the table.
FURTHEST_AHEAD, MOST_SPANS = 10_000, 500
NEW, WITHDRAWAL = NewSession(), Withdrawal()


@dataclass
class Outcome:
    """What became of one item: a status of its own, or the problem."""

    item: dict
    session_id: uuid.UUID | None = None
    status: int = 200
    replay: bool = False
    problem: Problem | None = None


def take(item: dict, hand: Hand) -> Outcome:
    """Do what one item says. Whatever goes wrong with it is its own verdict and never the
    batch's."""
    outcome = Outcome(item)
    try:
        outcome.session_id = uuid_in_path(item["id"])
        OPERATIONS[item["op"]](outcome, hand)
    except Problem as problem:
        outcome.problem = problem
    except Exception as error:
        outcome.problem = problem_of(error)
    if outcome.problem:
        db.session.rollback()
        outcome.status = outcome.problem.kind.status
        if outcome.status == problems.FORBIDDEN.status:
            denied.send(outcome.problem)
    return outcome


def _record(outcome: Outcome, hand: Hand) -> None:
    _receive(outcome, None, hand)


def _amend(outcome: Outcome, hand: Hand) -> None:
    _receive(outcome, _version(outcome.item), hand)


def _receive(outcome: Outcome, version: int | None, hand: Hand) -> None:
    raw = outcome.item["session"]
    if raw is None:
        raise problems.invalid(field_error("", "required"))
    body = NEW.load(raw)
    receipt = receive(outcome.session_id, version, body, raw, hand=hand)
    outcome.status = 201 if receipt.outcome == "new" else 200
    outcome.replay = receipt.outcome == "replayed"


def _withdraw(outcome: Outcome, hand: Hand) -> None:
    version = _version(outcome.item)
    reason = WITHDRAWAL.load({"reason": outcome.item["reason"] or ""})["reason"]
    session = queries.require(outcome.session_id, hand.scope)
    outcome.replay = session.state == "withdrawn"
    write(actions.withdraw, session.id, version, reason, by=hand.by, author=hand.author)


OPERATIONS = {RECORD: _record, AMEND: _amend, WITHDRAW: _withdraw}


def _version(item: dict) -> int:
    if item["if_match"] is None:
        raise problems.IF_MATCH_MISSING()
    return version_in(item["if_match"])


def carried_hash(item: dict) -> str | None:
    """The hash of the content that an item carried, for the phone to compare with its own."""
    carries = item["session"] is not None and item["op"] != WITHDRAW
    return content.content_hash(item["session"]) if carries else None


def verdict(outcome: Outcome, session: dict | None, etag: str | None, english: bool) -> dict:
    """An outcome as the API gives it."""
    problem = outcome.problem
    return {
        "client_seq": outcome.item["client_seq"],
        "id": outcome.item["id"],
        "status": outcome.status,
        "replay": outcome.replay,
        "content_hash": None if problem else carried_hash(outcome.item),
        "etag": etag,
        "session": session,
        "problem": problem.render(english) if problem else None,
    }


def note_phone(user: User, batch: dict, label: str) -> Phone:
    """Keep what a phone says of itself, and which of its numbers have arrived."""
    now = clock.now()
    phone = db.session.get(
        Phone, (batch["device_id"], user.id), populate_existing=True, with_for_update=True
    )
    if phone is None:
        phone = Phone(device_id=batch["device_id"], user_id=user.id, first_seen_at=now, heard=[])
        db.session.add(phone)
    arrived = [item["client_seq"] for item in batch["items"]]
    nearest = max([*arrived, *(last for _, last in phone.heard)], default=0)
    arrived += [number for number in batch["given_up"] if number <= nearest + FURTHEST_AHEAD]
    phone.label, phone.last_seen_at = label[:200], now
    ahead = round((batch["device_time"] - now).total_seconds())
    phone.clock_ahead = max(-FURTHEST_CLOCK, min(FURTHEST_CLOCK, ahead))
    phone.heard = joined(phone.heard, arrived)[-MOST_SPANS:]
    if batch["waiting"] is not None:
        waiting = [number for number in batch["waiting"] if number <= nearest + FURTHEST_AHEAD]
        phone.waiting = joined([], waiting)
    return phone


def renumber() -> None:
    """Take changes whose numbers come from another PostgreSQL cluster, as after a restore, for old
    ones: until this cluster's own transactions had counted that far, no phone would hear of
    them."""
    if db.engine.dialect.name == "postgresql":
        db.session.execute(
            update(OutreachSession)
            .where(OutreachSession.change_number > next_change())
            .values(change_number=0)
        )
