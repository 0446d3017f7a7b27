"""People as the API gives them: what they answer for, where they were, and where they are signed
in."""

import uuid
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from server import clock
from server.access.permissions import Role
from server.accounts.areas import open_areas
from server.accounts.models import Device, User, UserArea
from server.admin_units.models import FOREVER
from server.admin_units.queries import named_on, register
from server.audit.models import AuditEntry
from server.extensions import db
from server.teams.models import Team, TeamMember
from server.teams.reach import has_charge


def shown(user: User) -> dict:
    """A person as lists give them."""
    waits = user.code_hash and user.code_expires_at and user.code_expires_at > clock.now()
    return {
        "id": user.id,
        "name": user.name,
        "phone": user.phone,
        "role": user.role,
        "areas": [area_shown(area) for area in _in_order(open_areas(user))],
        "has_secret": user.secret_hash is not None,
        "code_expires_at": user.code_expires_at if waits else None,
        "disabled_at": user.disabled_at,
        "created_at": user.created_at,
        "version": user.version,
    }


def listed(users: list[User]) -> list[dict]:
    """People in a list; of the volunteers who are in no team, where they were last. One query."""
    homes = _last_homes([user.id for user in users if user.role == Role.VOLUNTEER])

    def last_home(user: User) -> dict | None:
        home, left_on = homes.get(user.id, (user.last_home_id, clock.today()))
        return _home(home) if home and left_on <= clock.today() else None

    return [shown(user) | {"last_home": last_home(user)} for user in users]


def _last_homes(user_ids: list[int]) -> dict[int, tuple[int, date]]:
    """Person -> the home of the team that they were in last, and until when."""
    m = TeamMember
    times = select(m.user_id, Team.home_id, m.left_on).join(Team, Team.id == m.team_id)
    rows = db.session.execute(
        times.where(m.user_id.in_(user_ids)).order_by(m.left_on, m.joined_on, m.team_id)
    )
    return {user: (home, left_on) for user, home, left_on in rows} if user_ids else {}


def detail(user: User, reader: User) -> dict:
    """A person with their past, as somebody sees them."""
    today = clock.today()
    past = [area for area in user.areas if area.valid_from < area.valid_to <= today]
    below = Role(user.role).rank < Role(reader.role).rank
    times = _times(user.id)
    return shown(user) | {
        "past_areas": [area_shown(area) for area in _in_order(past)],
        "memberships": [_time_shown(time) for time in times],
        "last_home": _home(user.last_home_id) if user.last_home_id and not times else None,
        "lock": _lock(user) if user.disabled_at else None,
        "is_manageable": reader.role == Role.SYSTEM_ADMINISTRATOR
        or (below and has_charge(user, reader)),
    }


def area_shown(area: UserArea) -> dict:
    """An area, called as it is today or was last."""
    unit = register().units[area.unit_id]
    return {
        "unit_id": unit.id,
        "name": unit.named_on(unit.nearest_day(clock.today())).name,
        "valid_from": area.valid_from,
        "valid_to": None if area.valid_to == FOREVER else area.valid_to,
    }


def _in_order(areas) -> list[UserArea]:
    """Areas of today before those that they came from, then the latest first."""
    units, today = register().units, clock.today()
    return sorted(
        areas,
        key=lambda a: (not units[a.unit_id].exists_on(today), -a.valid_from.toordinal(), a.unit_id),
    )


def _times(user_id: int) -> list[TeamMember]:
    query = select(TeamMember).where(TeamMember.user_id == user_id)
    query = query.options(joinedload(TeamMember.team)).order_by(TeamMember.joined_on.desc())
    return list(db.session.scalars(query))


def _lock(user: User) -> dict | None:
    """Who locked somebody and why, as the log tells."""
    e = AuditEntry
    about = (e.object_type == "user", e.object_id == str(user.id), e.action == "user.disabled")
    query = select(e.details, User.name).join(User, User.id == e.actor_id, isouter=True)
    told = db.session.execute(query.where(*about).order_by(e.id.desc()).limit(1)).first()
    return {"by": told.name, "reason": told.details.get("comment")} if told else None


def _home(unit_id: int) -> dict:
    return named_on(unit_id, clock.today())


def _time_shown(time: TeamMember) -> dict:
    return {
        "team": {
            "id": time.team.id,
            "name": time.team.name,
            "kind": time.team.kind,
            "home": _home(time.team.home_id),
        },
        "role": time.role,
        "organisation": time.organisation,
        "joined_on": time.joined_on,
        "left_on": None if time.left_on == FOREVER else time.left_on,
    }


def device(of: Device, asking: uuid.UUID) -> dict:
    """A sign-in, and whether it is the one that asks."""
    return {
        "is_this": of.id == asking,
        "id": of.id,
        "label": of.label,
        "created_at": of.created_at,
        "last_seen_at": of.last_seen_at,
        "revoked_at": of.revoked_at,
    }
