"""Puts the demo's rows into the tables, many at a time, and proves the totals."""

from collections.abc import Iterable
from datetime import datetime, time
from types import SimpleNamespace
from typing import Any

from sqlalchemy import insert

from server.accounts.models import User, UserArea
from server.accounts.secrets import hashed
from server.catalogue.models import Partner, Venue
from server.cli.demo.history import History
from server.cli.demo.people import Person
from server.cli.demo.teams import Team as DemoTeam
from server.clock import VIETNAM
from server.extensions import db
from server.rollups import actions as rollups
from server.sessions import kept_flags
from server.sessions.models import (
    OutreachSession,
    SessionCoTeam,
    SessionFlag,
    SessionPlace,
    SessionRevision,
    SessionService,
)
from server.sessions.totals import expected
from server.teams.models import Team, TeamMember


def people(everybody: list[Person]) -> None:
    """Store people and give them their ids; a secret is hashed for the accounts alone."""
    rows = [
        {
            "name": person.name,
            "phone": person.phone,
            "role": person.role,
            "secret_hash": hashed(person.secret) if person.secret else None,
            "created_at": datetime.combine(person.since, time(8), VIETNAM),
        }
        for person in everybody
    ]
    _add_with_ids(User, rows, everybody)
    areas = [
        {"user_id": person.id, "unit_id": unit, "valid_from": since, "valid_to": until}
        for person in everybody
        for unit, since, until in person.areas
    ]
    _add(UserArea, areas)


def teams(founded: list[DemoTeam]) -> None:
    """Store teams and their rosters."""
    rows = [
        {
            "kind": team.kind,
            "name": team.name,
            "home_id": team.home,
            "founded_on": team.founded,
            "dissolved_on": team.dissolved,
            "decision_number": team.decision,
            "is_pilot": team.is_pilot,
        }
        for team in founded
    ]
    _add_with_ids(Team, rows, founded)
    members = [
        {
            "team_id": team.id,
            "user_id": member.person.id,
            "joined_on": member.joined,
            "left_on": member.left,
            "role": member.role,
            "organisation": member.organisation,
            "is_female": member.is_female,
            "is_union_member": member.is_union_member,
        }
        for team in founded
        for member in team.members
    ]
    _add(TeamMember, members)


def partners(names: Iterable[str]) -> list[int]:
    """Store partners; their ids."""
    rows = [{"name": name} for name in names]
    return list(db.session.scalars(insert(Partner).returning(Partner.id), rows))


def venues(rows: list[dict]) -> dict[int, list[int]]:
    """Store venues; place -> ids of those there."""
    found: dict[int, list[int]] = {}
    statement = insert(Venue).returning(Venue.id, sort_by_parameter_order=True)
    for row, venue_id in zip(rows, db.session.scalars(statement, rows), strict=True):
        found.setdefault(row["place_id"], []).append(venue_id)
    return found


def sessions(history: History) -> None:
    """Store sessions with everything that belongs to them."""
    for model, rows in (
        (OutreachSession, history.sessions),
        (SessionService, history.services),
        (SessionCoTeam, history.co_teams),
        (SessionPlace, history.places),
        (SessionFlag, kept_flags.rows(SimpleNamespace(**row) for row in history.sessions)),
        (SessionRevision, history.received),
        (SessionRevision, history.decided),
    ):
        _add(model, rows)


def totals() -> None:
    """Sum everything up, and refuse to leave totals that the sessions do not say."""
    rollups.rebuild(expected())
    found = rollups.differences(expected())
    if any(found.values()):
        raise RuntimeError(f"the demo's totals differ from its sessions: {found}")


def _add(model: Any, rows: list[dict]) -> None:
    if rows:
        db.session.connection().execute(insert(model.__table__), rows)


def _add_with_ids(model: Any, rows: list[dict], made: list) -> None:
    statement = insert(model).returning(model.id, sort_by_parameter_order=True)
    for thing, id in zip(made, db.session.scalars(statement, rows), strict=True):
        thing.id = id
