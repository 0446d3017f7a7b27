"""What happens to a session that arrives: is it new, the same again, an amendment, or a conflict?
The one way in, for the form and later for the phone's batch."""

import uuid
from dataclasses import dataclass

from sqlalchemy import select

from server import clock, problems
from server.access.permissions import Role
from server.access.scope import Scope
from server.accounts.models import User
from server.admin_units.queries import register
from server.catalogue.models import Partner, Venue
from server.extensions import db, write
from server.problems import field_error
from server.sessions import actions, content, rules
from server.sessions.models import OutreachSession, SessionRevision
from server.sessions.past import hints
from server.sessions.transitions import is_own
from server.teams.models import Team, TeamMember
from server.teams.queries import was_member

IMPORTED = "import"  # the source of what came by a file


@dataclass(frozen=True)
class Hand:
    """Whose work arrives, and by whose hand it does: mostly one person's. An officer hands in what
    a volunteer's phone could not send."""

    author: User
    by: User
    scope: Scope


@dataclass(frozen=True)
class Receipt:
    """What became of a request: the session as it is now, and whether it was `new`, `amended` or
    `replayed`."""

    session: OutreachSession
    outcome: str
    team: Team | None = None


def receive(
    session_id: uuid.UUID, version: int | None, body: dict, raw: dict, *, hand: Hand
) -> Receipt:
    """Take in a checked body, `raw` being the same as sent, with the version it amends or None.
    The same request again, whenever, gets its own receipt and changes nothing."""
    known = db.session.get(OutreachSession, session_id)
    if known is not None:
        return _receive_known(known, version, body, raw, hand)
    if version is not None:
        raise problems.SESSION_NOT_FOUND()
    lead = _check(body, hand)
    made = actions.new(session_id, body, raw, by=hand.by, author=hand.author)
    made.flags = hints(made, lead)
    made.is_clean = not made.flags
    if write(actions.record, made, raw, by=hand.by):
        return Receipt(made, "new", lead)
    db.session.expire_all()
    known = db.session.get(OutreachSession, session_id)
    if known is None:  # the team's days were changed in this very moment
        _check(body, hand)
        raise problems.BUSY()
    return _receive_known(known, None, body, raw, hand)  # somebody sent the same id


def _receive_known(known, version, body, raw, hand) -> Receipt:
    if not (hand.scope.holds(known.place_id, known.team_id) or is_own(known, hand.by)):
        raise problems.SESSION_CONFLICT()
    if known.state == "withdrawn":
        raise problems.SESSION_WITHDRAWN()
    if (version, content.content_hash(raw)) in _received(known.id):
        return Receipt(known, "replayed")
    if version is None:
        raise problems.SESSION_CONFLICT()
    lead = _check(body, hand, known)

    def found(session: OutreachSession) -> list[dict]:
        return hints(session, lead)

    amended = write(
        actions.amend, known.id, version, body, raw, found, by=hand.by, author=hand.author
    )
    return Receipt(amended, "amended", lead)


def _received(session_id: uuid.UUID) -> set[tuple[int | None, str]]:
    rows = db.session.execute(
        select(SessionRevision.base_version, SessionRevision.content_hash).where(
            SessionRevision.session_id == session_id, SessionRevision.body.isnot(None)
        )
    )
    return {(row.base_version, row.content_hash) for row in rows}


def _check(body: dict, hand: Hand, known: OutreachSession | None = None) -> Team:
    """Raise `INVALID` with everything that is wrong; gives the lead team. `known`: the session that
    is amended."""
    units = register()
    lead = db.session.get(Team, body["team_id"])
    if lead is not None and not _may_record_for(lead, body, hand):
        lead = None
    setting = rules.Setting(clock.today(), units.on(body["date"]), lead, _co_teams(body))
    faults = rules.faults(body, setting) + _reference_faults(body)
    if body["source"] == IMPORTED and (known is None or known.source != IMPORTED):
        faults.append(field_error("/source", "not_allowed_here"))  # the server alone says so
    if faults:
        raise problems.invalid(*faults)
    return lead


def _may_record_for(team: Team, body: dict, hand: Hand) -> bool:
    if hand.author.id != hand.by.id and not was_member(hand.author, team.id, body["date"]):
        return False  # a name that was never in the team would hide whose work it is
    if hand.scope.holds(team.home_id, team.id):
        return True
    return hand.by.role == Role.VOLUNTEER and was_member(hand.by, team.id, body["date"])


def _co_teams(body: dict) -> dict[int, Team]:
    """The co-teams by id, whoever they belong to: a joint session crosses areas."""
    if not body["co_team_ids"]:
        return {}
    rows = db.session.scalars(select(Team).where(Team.id.in_(body["co_team_ids"])))
    return {team.id: team for team in rows}


def _reference_faults(body: dict) -> list:
    faults = []
    if body["venue_id"] and db.session.get(Venue, body["venue_id"]) is None:
        faults.append(field_error("/venue_id", "no_such_venue"))
    if body["partner_ids"]:
        known = set(
            db.session.scalars(select(Partner.id).where(Partner.id.in_(body["partner_ids"])))
        )
        for index, partner_id in enumerate(body["partner_ids"]):
            if partner_id not in known:
                faults.append(field_error(f"/partner_ids/{index}", "not_one_of"))
    if body["conducted_by"]:
        conducted = select(TeamMember.user_id).where(
            TeamMember.user_id == body["conducted_by"],
            TeamMember.team_id == body["team_id"],
        )
        if db.session.scalar(conducted.limit(1)) is None:
            faults.append(field_error("/conducted_by", "no_such_person"))
    return faults
