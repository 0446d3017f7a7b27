"""A small land with its people, and clients that state the answer they expect.

Before 2025-07-01: tỉnh Sen with huyện Bắc (xã An: Ấp 1, Ấp 2; xã Bình: Ấp 3) and huyện Nam
(xã Cúc: Ấp 4). From then on xã An and xã Bình are one, xã An Bình, in cụm Bắc; xã Cúc stays, in cụm
Nam."""

import itertools
import time
import uuid
from datetime import UTC, date, datetime

from sqlalchemy import text, update

from server import clock
from server.accounts import secrets
from server.accounts.models import Device, User, UserArea
from server.admin_units.actions import moved_on
from server.admin_units.models import (
    ALWAYS,
    FOREVER,
    AdminUnit,
    AdminUnitName,
    AdminUnitParent,
    RegisterVersion,
    Succession,
)
from server.extensions import db, write
from server.teams.models import Team, TeamMember
from server.text import fold

TODAY = date(2026, 11, 21)
NOON = datetime(2026, 11, 21, 5, tzinfo=UTC)
REFORM = date(2025, 7, 1)
FOUNDED = date(2022, 7, 15)


class World:
    """Builders; everything is stored through the app's own database."""

    def __init__(self, app):
        self.app = app
        self.phones = itertools.count(900000100)
        self.units: dict[str, int] = {}
        with app.app_context(), clock.set_to(NOON):
            write(self._land)

    def _land(self):
        db.session.add(RegisterVersion(id=1, version=int(uuid.uuid4().int % 10**9)))
        self._unit("tỉnh Sen", "province")
        for name, until in (("huyện Bắc", REFORM), ("huyện Nam", REFORM)):
            self._unit(name, "district", "tỉnh Sen", until=until)
        for name in ("cụm Bắc", "cụm Nam"):
            self._unit(name, "district", "tỉnh Sen", since=REFORM)
        for name in ("xã An", "xã Bình"):
            self._unit(name, "commune", "huyện Bắc", until=REFORM)
        self._unit("xã An Bình", "commune", "cụm Bắc", since=REFORM)
        self._unit("xã Cúc", "commune", "huyện Nam", then="cụm Nam")
        for name, old, new in (
            ("Ấp 1", "xã An", "xã An Bình"),
            ("Ấp 2", "xã An", "xã An Bình"),
            ("Ấp 3", "xã Bình", "xã An Bình"),
            ("Ấp 4", "xã Cúc", None),
        ):
            self._unit(name, "hamlet", old, then=new)
        for old, new in (
            ("huyện Bắc", "cụm Bắc"),
            ("huyện Nam", "cụm Nam"),
            ("xã An", "xã An Bình"),
            ("xã Bình", "xã An Bình"),
        ):
            db.session.add(
                Succession(
                    from_id=self.units[old],
                    to_id=self.units[new],
                    effective_date=REFORM,
                    kind="merge",
                )
            )

    def _unit(self, name, level, parent=None, *, then=None, since=ALWAYS, until=FOREVER):
        unit = AdminUnit(level=level, kind=name.split()[0], valid_from=since, valid_to=until)
        db.session.add(unit)
        db.session.flush()
        self.units[name] = unit.id
        db.session.add(
            AdminUnitName(
                unit_id=unit.id, valid_from=since, valid_to=until, name=name, folded=fold(name)
            )
        )
        turns = REFORM if then else until
        if parent:
            self._under(unit.id, parent, since, turns)
        if then:
            self._under(unit.id, then, REFORM, until)

    def _under(self, child, parent, since, until):
        db.session.add(
            AdminUnitParent(
                child_id=child, parent_id=self.units[parent], valid_from=since, valid_to=until
            )
        )

    def rename(self, unit, name):
        """Call a unit otherwise, as where a merged commune has two hamlets of one name."""

        def change():
            names = update(AdminUnitName).where(AdminUnitName.unit_id == self.units[unit])
            db.session.execute(names.values(name=name, folded=fold(name)))
            moved_on()

        with self.app.app_context():
            write(change)

    def team(self, home="Ấp 1", kind="hamlet", founded=FOUNDED, name=None):
        """A team at home at a unit; its id."""

        def make():
            team = Team(
                kind=kind, name=name or f"Tổ {home}", home_id=self.units[home], founded_on=founded
            )
            db.session.add(team)
            db.session.flush()
            return team.id

        with self.app.app_context():
            return write(make)

    def person(self, name, role="volunteer", *, team=None, areas=(), member="member", secret=None):
        """A person with a client that is signed in."""

        def make():
            phone = f"0{next(self.phones)}"
            user = User(name=name, phone=phone, role=role)
            if secret:
                user.secret_hash = secrets.hashed(secret)
            user.areas = [
                UserArea(unit_id=self.units[area], valid_from=date(2022, 1, 1)) for area in areas
            ]
            db.session.add(user)
            db.session.flush()
            if team:
                db.session.add(
                    TeamMember(
                        team_id=team, user_id=user.id, joined_on=date(2022, 7, 15), role=member
                    )
                )
            device = Device(
                id=uuid.uuid4(), user_id=user.id, label="test", current_jti="",
                created_at=clock.now(), last_seen_at=clock.now(),
            )  # fmt: skip
            db.session.add(device)
            return Person(self.app, user.id, phone, user.name, _token(user, device))

        with self.app.app_context():
            return write(make)

    def join(self, person, team, day=FOUNDED):
        """Put somebody on another team's roster."""
        row = {"team_id": team, "user_id": person.id, "role": "member", "joined_on": day}
        with self.app.app_context():
            write(lambda: db.session.add(TeamMember(**row)))

    def volunteer(self, name="Lan", home="Ấp 1"):
        """Somebody of a new team at a hamlet; `.team` is its id."""
        team = self.team(home)
        person = self.person(name, team=team, member="leader")
        person.team = team
        return person

    def officer(self, name="Khoa", area="cụm Bắc"):
        return self.person(name, "officer", areas=[area])

    def province(self, name="Hạnh"):
        return self.person(name, "province_staff", areas=["tỉnh Sen"])

    def body(self, team, place="Ấp 1", **changes):
        """A session that is fine as it is."""
        body = {
            "team_id": team,
            "place_id": self.units[place],
            "date": "2026-11-18",
            "type": "outing",
            "audience": "residents",
            "participants": 25,
            "services": [
                {"service": "cashless_account", "assisted": 20, "completed": 10},
                {"service": "edongthap", "assisted": 25, "completed": 12},
            ],
        }
        return {key: value for key, value in (body | changes).items() if value is not None}


def _token(user, device):
    from flask_jwt_extended import create_access_token

    claims = {"device": str(device.id), "epoch": user.token_epoch}
    return create_access_token(str(user.id), additional_claims=claims)


class Person:
    """Somebody at a client; each call states the status it expects."""

    def __init__(self, app, id, phone, name, token):
        self.app, self.id, self.phone, self.name, self.token = app, id, phone, name, token
        self.team = None

    def call(self, method, path, *, expect=200, headers=None, at=NOON, **kwargs):
        headers = {"Authorization": f"Bearer {self.token}"} | (headers or {})
        with clock.set_to(at):
            answer = self.app.test_client().open(
                f"/api/v1{path}", method=method, headers=headers, **kwargs
            )
        assert answer.status_code == expect, f"{answer.status_code} {answer.get_data(as_text=True)}"
        return answer

    def get(self, path, **kwargs):
        return self.call("GET", path, **kwargs)

    def put(self, path, json, **kwargs):
        return self.call("PUT", path, json=json, **kwargs)

    def post(self, path, json=None, **kwargs):
        return self.call("POST", path, json=json, **kwargs)

    def record(self, body, *, session_id=None, expect=201, headers=None, at=NOON):
        """Record a session; the answer's body."""
        path = f"/sessions/{session_id or uuid.uuid4()}"
        return self.put(path, body, expect=expect, headers=headers, at=at).json

    def review(self, session, decision, *, expect=200, at=NOON, **words):
        return self.post(
            f"/sessions/{session['id']}/review",
            {"decision": decision, **words},
            headers={"If-Match": f'"v{session["version"]}"'},
            expect=expect,
            at=at,
        ).json

    def withdraw(self, session, *, expect=204):
        etag = {"If-Match": f'"v{session["version"]}"'}
        why, path = {"reason": "Ghi nhầm"}, f"/sessions/{session['id']}"
        return self.call("DELETE", path, json=why, headers=etag, expect=expect)


SETTLED = """SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint
    > (SELECT coalesce(max(change_number), 0) FROM outreach_session)"""


def changes(person, cursor=None, limit=50, *, at_once=False):
    """What a phone hears. On PostgreSQL it hears of a change once the transactions before it have
    ended, those of the tests beside this one included; so they are waited for."""
    if not at_once:
        _wait_until_settled(person.app)
    query = {"limit": limit} | ({"cursor": cursor} if cursor else {})
    return person.get("/sync/changes", query_string=query).json


def _wait_until_settled(app):
    with app.app_context():
        if db.engine.dialect.name != "postgresql":
            return
        for _ in range(500):
            with db.engine.connect() as connection:
                if connection.scalar(text(SETTLED)):
                    return
            time.sleep(0.02)
