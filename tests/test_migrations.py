"""The migrations make the very tables of the models on a fresh database, and unmake them."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect, text

from server.extensions import db
from server.rollups.actions import differences
from server.sessions.totals import expected
from tests.lists import SESSIONS, bring_in
from tests.test_hints import kept_as_told
from tests.world import changes


def test_no_table_or_column_has_drifted(app):
    with app.app_context(), db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"render_as_batch": True})
        assert compare_metadata(context, db.metadata) == []


def test_every_check_of_the_models_is_in_the_database(app):
    """Alembic compares no CHECK constraints, so their absence would go unseen."""
    with app.app_context(), db.engine.connect() as connection:
        found = inspect(connection)
        for table in db.metadata.sorted_tables:
            wanted = {
                str(c.name) for c in table.constraints if c.__visit_name__ == "check_constraint"
            }
            there = {c["name"] for c in found.get_check_constraints(table.name)}
            assert wanted <= there, table.name


@pytest.mark.usefixtures("clean")
def test_every_step_goes_down_and_up_again(app):
    from server.catalogue.actions import install
    from server.extensions import write

    with app.app_context():
        downgrade(revision="base")
        with db.engine.connect() as connection:
            assert set(inspect(connection).get_table_names()) <= {"alembic_version"}
        upgrade()
        write(install)


TABLES = ("outreach_session", "session_service", "session_revision", "place_total", "user", "team")


def counted():
    with db.engine.connect() as connection:
        return {t: connection.scalar(text(f'SELECT count(*) FROM "{t}"')) for t in TABLES}


def test_an_installation_with_sessions_is_brought_up_to_date_and_back(world):
    """As a province has it that ran an earlier version: nothing may be lost on the way."""
    lan, khoa = world.volunteer("Lan"), world.officer("Khoa")
    made = [lan.record(world.body(lan.team, participants=30 + n)) for n in range(3)]
    khoa.review(made[0], "approve")
    # Of no team, and so in nobody's sight before the last step.
    hoa = {"name": "Hoa", "phone": "0912345678"}
    hoa = khoa.post(f"/teams/{lan.team}/members", hoa, expect=201).json["user_id"]
    khoa.call("DELETE", f"/teams/{lan.team}/members/{hoa}", expect=204)
    with world.app.app_context():
        before = counted()
        downgrade(revision="0007")
        assert counted() == before
        upgrade()
        assert counted() == before
        with db.engine.connect() as connection:
            folded = connection.scalar(text("SELECT folded FROM \"user\" WHERE name = 'Khoa'"))
            assert (folded, connection.scalar(text("SELECT folded FROM team"))) == (
                "khoa",
                "to ap 1",
            )
    session = lan.get(f"/sessions/{made[0]['id']}").json
    assert (session["state"], session["participants"]) == ("approved", 30)
    assert len(changes(lan)["items"]) == 3
    assert khoa.get(f"/users/{hoa}").json["last_home"]["name"] == "Ấp 1"
    assert khoa.get(f"/users/{lan.id}").json["last_home"] is None
    lan.record(world.body(lan.team))


@pytest.mark.parametrize("way", ["taken off", "the team is deleted", "led for no day", "nothing"])
def test_who_is_on_no_roster_is_put_where_they_stood_last_and_not_where_they_began(world, way):
    khoa, hanh = world.officer(), world.province()
    first, last, third = (world.team(home) for home in ("Ấp 1", "Ấp 4", "Ấp 2"))
    hoa = {"name": "Hoa", "phone": "0912345678"}
    hoa = khoa.post(f"/teams/{first}/members", hoa, expect=201).json["user_id"]
    khoa.call("DELETE", f"/teams/{first}/members/{hoa}", expect=204)
    if way == "taken off":
        hanh.post(f"/teams/{last}/members", {"user_id": hoa}, expect=201)
        hanh.call("DELETE", f"/teams/{last}/members/{hoa}", expect=204)
    elif way == "the team is deleted":
        hanh.post(f"/teams/{last}/members", {"user_id": hoa}, expect=201)
        hanh.call("DELETE", f"/teams/{last}", expect=204)
    elif way == "led for no day":
        hanh.post(f"/teams/{last}/leader", {"user_id": hoa}, expect=201)
        mai = {"name": "Mai", "phone": "0912345679", "former": "leaves"}
        hanh.post(f"/teams/{last}/leader", mai, expect=201)
    # Others after her, who say nothing of her.
    tu = {"name": "Tư", "phone": "0912345670"}
    tu = khoa.post(f"/teams/{third}/members", tu, expect=201).json["user_id"]
    khoa.call("DELETE", f"/teams/{third}/members/{tu}", expect=204)
    with world.app.app_context():
        downgrade(revision="0022")
        upgrade()
    home = hanh.get(f"/users/{hoa}").json["last_home"]["name"]
    assert home == ("Ấp 1" if way == "nothing" else "Ấp 4")
    assert hanh.get(f"/users/{tu}").json["last_home"]["name"] == "Ấp 2"


def test_sessions_know_the_file_that_brought_them_in_before_they_did(land):
    khoa = land.officer()
    land.person("Lan", team=land.teams["Ấp 1"]).record(land.body(land.teams["Ấp 1"]))
    batch = bring_in(khoa, "sessions", SESSIONS)
    path = f"/sessions?import={batch['id']}"
    before = [one["id"] for one in khoa.get(path).json["items"]]
    with land.app.app_context():
        downgrade(revision="0021")
        upgrade()
    assert len(before) == 3
    assert [one["id"] for one in khoa.get(path).json["items"]] == before


def test_hints_are_listed_from_rows_of_their_own_that_were_not_there(world):
    lan, khoa = world.volunteer(), world.officer()
    lan.record(world.body(lan.team))
    lan.record(world.body(lan.team, "Ấp 2", date="2026-10-02"))
    path = "/sessions?flag=outside_home"
    before = [(one["id"], one["flags"]) for one in khoa.get(path).json["items"]]
    assert len(before) == 1 and len(before[0][1]) > 1
    with world.app.app_context():
        downgrade(revision="0023")
        upgrade()
    assert [(one["id"], one["flags"]) for one in khoa.get(path).json["items"]] == before
    assert kept_as_told(world.app)


def test_teams_that_joined_in_before_are_credited(world):
    lan, other = world.volunteer(), world.team("Ấp 2")
    lan.record(world.body(lan.team, co_team_ids=[other]))
    with world.app.app_context():
        downgrade(revision="0025")
        upgrade()
        assert set(differences(expected()).values()) == {0}


NUMBERED = ("user", "team")
NEW_TEAM = {"kind": "hamlet", "name": "Tổ thêm nhầm", "founded_on": "2026-11-21"}


def drawn_around(tables):
    """What SQLite keeps of everything but some tables themselves: their indexes, and whatever
    refers to them."""
    asked = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    with db.engine.connect() as connection:
        if connection.dialect.name != "sqlite":
            return []
        return sorted(
            (name, sql) for name, sql in connection.execute(text(asked)) if name not in tables
        )


def test_a_team_of_no_day_has_its_one_where_none_were_known(world):
    khoa, team = world.officer("Khoa"), world.team("Ấp 2")
    new = NEW_TEAM | {"home_id": world.units["Ấp 2"]}
    last = khoa.post("/teams", new, expect=201).json["id"]
    khoa.call("DELETE", f"/teams/{last}", expect=204)
    founded = khoa.get(f"/teams/{team}").json["founded_on"]
    ended, headers = {"dissolved_on": founded}, {"If-Match": '"v1"'}
    khoa.call("PATCH", f"/teams/{team}", json=ended, headers=headers)
    with world.app.app_context():
        downgrade(revision="0030")
        upgrade()
    days = khoa.get(f"/teams/{team}").json
    assert days["founded_on"] == founded < days["dissolved_on"]
    assert khoa.post("/teams", new, expect=201).json["id"] > last


def test_a_number_is_given_once_also_to_who_went_before_that_was_so(world):
    lan, khoa = world.volunteer("Lan"), world.officer("Khoa")
    new = NEW_TEAM | {"home_id": world.units["Ấp 2"]}

    def added_by_mistake():
        team = khoa.post("/teams", new, expect=201).json["id"]
        khoa.call("DELETE", f"/teams/{team}", expect=204)
        return team

    with world.app.app_context():
        downgrade(revision="0027")
        before = drawn_around(NUMBERED)
    given = [added_by_mistake()]
    with world.app.app_context():
        upgrade(revision="0028")
        assert drawn_around(NUMBERED) == before
        upgrade()
    given += [added_by_mistake(), added_by_mistake()]
    assert given == sorted(set(given))
    assert khoa.get(f"/users/{lan.id}").json["memberships"][0]["team"]["name"] == "Tổ Ấp 1"
