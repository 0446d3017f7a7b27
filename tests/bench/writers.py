"""`python -m tests.bench.writers`: eight team leaders in eight hamlets, signed in, as JSON pairs of
token and body. Signing in is not what is measured, so their devices are opened directly."""

import json
import sys
import uuid

from flask_jwt_extended import create_access_token
from sqlalchemy import select

from server import clock, create_app
from server.accounts.models import Device, User
from server.extensions import db, write
from server.teams.models import Team, TeamMember
from tests.bench.load import body_for

CLIENTS = 8


def leaders() -> list[tuple[User, Team]]:
    query = (
        select(User, Team)
        .join(TeamMember, TeamMember.user_id == User.id)
        .join(Team, Team.id == TeamMember.team_id)
        .where(Team.kind == "hamlet", TeamMember.role == "leader", Team.founded_on < clock.today())
        .order_by(Team.id)
    )
    return db.session.execute(query).all()[:: 500 // CLIENTS][:CLIENTS]


def signed_in(user: User) -> str:
    now = clock.now()
    device = Device(
        id=uuid.uuid4(), user_id=user.id, label="bench", current_jti="", created_at=now,
        last_seen_at=now,
    )  # fmt: skip
    db.session.add(device)
    claims = {"device": str(device.id), "epoch": user.token_epoch}
    return create_access_token(str(user.id), additional_claims=claims)


with create_app().app_context():
    pairs = [(write(signed_in, user), body_for(team.id, team.home_id)) for user, team in leaders()]
json.dump(pairs, sys.stdout)
