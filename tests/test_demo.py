"""The demo tells the published programme: its figures come out of its records, and its people find
their work. Loaded once for an ordinary day and once for the quiet days of Tết."""

import os
from collections import Counter
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from sqlalchemy import func, select

from server import clock

DAYS = {
    "a day in November": datetime(2026, 11, 21, 5, tzinfo=UTC),
    "the days of Tết": datetime(2027, 2, 8, 5, tzinfo=UTC),
}
VOLUNTEER, OFFICER = ("0900000001", "270694"), ("0900000002", "duyet-buoi-2024")
PROVINCE, ADMINISTRATOR = ("0900000003", "tong-hop-2024"), ("0900000004", "quan-tri-2024")


class Demo:
    """An app with the demo of a day, and what its people get to read."""

    def __init__(self, app, moment):
        self.app, self.moment, self.tokens = app, moment, {}

    def call(self, account, method, path, **kwargs):
        with clock.set_to(self.moment):
            client = self.app.test_client()
            if account not in self.tokens:
                phone, secret = account
                body = {"phone": phone, "secret": secret}
                answer = client.post("/api/v1/auth/token", json=body)
                assert answer.status_code == 200, answer.get_data(as_text=True)
                self.tokens[account] = answer.json["access_token"]
            headers = {"Authorization": f"Bearer {self.tokens[account]}"} | kwargs.pop(
                "headers", {}
            )
            answer = client.open(f"/api/v1{path}", method=method, headers=headers, **kwargs)
        assert answer.status_code == 200, answer.get_data(as_text=True)
        return answer.json

    def get(self, account, path):
        return self.call(account, "GET", path)

    def rollup(self, query):
        return self.get(PROVINCE, f"/rollups?{query}")

    def everything(self, account, path):
        items, cursor = [], ""
        while cursor is not None:
            page = self.get(account, f"{path}&limit=100{cursor and f'&cursor={cursor}'}")
            items, cursor = items + page["items"], page["next_cursor"]
        return items

    def approved(self, start, end):
        return self.everything(PROVINCE, f"/sessions?state=approved&from={start}&to={end}")


@contextmanager
def empty_database(folder, worker):
    if os.environ.get("TEST_DB", "sqlite") == "sqlite":
        yield f"sqlite:///{folder / 'demo.sqlite3'}"
        return
    from tests.postgres import create_database, drop_database, running_postgres

    with running_postgres() as server:
        yield create_database(server, f"demo_{worker}")
        drop_database(server, f"demo_{worker}")


@contextmanager
def prepared(folder, url, app_env="demo"):
    from flask_migrate import upgrade

    from server import create_app
    from server.catalogue.actions import install
    from server.config import Settings
    from server.extensions import db, write

    app = create_app(Settings(app_env, url, folder, "k" * 32, "127.0.0.1", 8000))
    with app.app_context():
        upgrade()
        write(install)
    yield app
    with app.app_context():
        for engine in db.engines.values():
            engine.dispose()


@pytest.fixture(scope="module", params=DAYS.values(), ids=DAYS)
def demo(request, tmp_path_factory, worker):
    from server.cli.demo import load_into_empty

    folder = tmp_path_factory.mktemp("demo")
    with empty_database(folder, worker) as url, prepared(folder, url) as app:
        with app.app_context(), clock.set_to(request.param):
            load_into_empty()
        yield Demo(app, request.param)


def test_2022_has_its_40_outings_and_4_classes(demo):
    total = demo.rollup("period=2022")["total"]
    assert (total["sessions"]["outing"], total["sessions"]["training_class"]) == (40, 4)
    year = demo.approved("2022-01-01", "2022-12-31")
    kinds = Counter(item["team"]["kind"] for item in year if item["type"] == "outing")
    assert kinds.total() == 40 and kinds["hamlet"] > 10 and kinds["agency"] > 10
    classes = [item["audience"] for item in year if item["type"] == "training_class"]
    assert classes == ["mixed"] * 4


def test_in_april_2024_551_hamlets_40_communes_and_12_districts_have_their_teams(demo):
    total = demo.rollup("from=2024-01-01&to=2024-04-14")["total"]
    assert total["hamlets_with_team"] == {"numerator": 551, "denominator": 697}
    curve = demo.get(PROVINCE, "/coverage/teams-series?to=2024-04-14")["points"]
    then = {name: curve[-1][name] for name in ("on", "numerator", "denominator", "pilot")}
    assert then == {"on": "2024-04-14", "numerator": 551, "denominator": 697, "pilot": 12}
    assert all(one["numerator"] <= next["numerator"] for one, next in pairwise(curve))
    assert total["communes_with_team"] == {"numerator": 40, "denominator": 143}
    assert total["districts_with_youth_team"] == {"numerator": 12, "denominator": 12}


def test_the_12_classes_of_march_2024_are_for_team_members_and_reach_no_residents(demo):
    answer = demo.rollup("period=2024-03&by=team")
    held = [row for row in answer["rows"] if row["sessions"]["training_class"]]
    assert [row["label"] for row in held] == ["Sở Thông tin và Truyền thông"]
    assert held[0]["unit"]["kind"] == "agency"
    assert held[0]["sessions"]["training_class"] == held[0]["sessions"]["all"] == 12
    assert held[0]["participants"] == 0 < held[0]["team_members_trained"]
    month = demo.approved("2024-03-01", "2024-03-31")
    classes = [item["audience"] for item in month if item["type"] == "training_class"]
    assert classes == ["team_members"] * 12


def test_one_pilot_team_in_each_district_was_founded_after_the_decision(demo):
    from server.cli.demo.land import Land

    pilots = [t for t in demo.everything(PROVINCE, "/teams?kind=hamlet") if t["is_pilot"]]
    assert {team["decision_number"] for team in pilots} == {"692/QĐ-UBND-HC"}
    assert min(team["founded_on"] for team in pilots) > "2022-06-30"
    with demo.app.app_context():
        land, then = Land(), date(2022, 12, 31)
        districts = {land.above(team["home"]["id"], "district", then) for team in pilots}
    assert len(pilots) == len(districts) == 12


def test_today_nearly_every_hamlet_has_a_team_and_every_cluster_a_youth_team(demo):
    total = demo.rollup(f"period={demo.moment:%Y}")["total"]
    assert 640 <= total["hamlets_with_team"]["numerator"] < 697
    assert total["communes_with_team"]["denominator"] == 45
    assert total["districts_with_youth_team"] == {"numerator": 12, "denominator": 12}


def test_every_session_is_one_that_the_server_would_have_taken(demo):
    from server.cli.demo.land import Land
    from server.extensions import db
    from server.sessions.content import content_hash
    from server.sessions.models import OutreachSession, SessionRevision
    from server.sessions.rules import Setting, faults
    from server.sessions.schemas import NewSession
    from server.teams.models import Team

    shape = NewSession()
    with demo.app.app_context():
        land, today = Land(), clock.local_date(demo.moment)
        teams = {team.id: team for team in db.session.scalars(select(Team))}
        hashes = dict(
            db.session.execute(select(OutreachSession.id, OutreachSession.content_hash)).all()
        )
        assert 7_500 < len(hashes) < 8_800
        last = {}
        sent = select(SessionRevision).where(SessionRevision.content_hash.isnot(None))
        for revision in db.session.scalars(sent.order_by(SessionRevision.version)):
            body = shape.load(revision.body)
            co_teams = {id: teams[id] for id in body["co_team_ids"]}
            lead, map_ = teams[body["team_id"]], land.map(body["date"])
            assert faults(body, Setting(today, map_, lead, co_teams)) == []
            assert revision.content_hash == content_hash(revision.body)
            last[revision.session_id] = revision.content_hash
    assert last == hashes


def test_nothing_happens_after_this_morning_or_out_of_order(demo):
    from server.extensions import db
    from server.sessions.models import SessionRevision

    with demo.app.app_context():
        revisions = db.session.execute(
            select(SessionRevision.session_id, SessionRevision.at).order_by(
                SessionRevision.session_id, SessionRevision.version
            )
        ).all()
    assert max(at for _, at in revisions) < demo.moment
    for (session, at), (other, later) in pairwise(revisions):
        assert session != other or at < later


def test_the_officer_finds_15_sessions_waiting_four_with_hints_and_two_sent_back(demo):
    queue = demo.get(OFFICER, "/sessions?state=pending&sort=review&limit=100")["items"]
    assert len(queue) == 15
    hints = [[flag["code"] for flag in item["flags"]] for item in queue]
    assert sorted(hints[:4]) == [
        ["above_usual"],
        ["duplicate"],
        ["joint", "outside_home"],
        ["repeated_numbers"],
    ]
    assert hints[4:] == [[]] * 11
    above = next(
        item["flags"][0] for item in queue[:4] if item["flags"][0]["code"] == "above_usual"
    )
    assert round(above["params"]["times"]) == 5
    assert len(demo.get(OFFICER, "/sessions?state=returned")["items"]) == 2
    # The cluster alone: the district's other communes are in another officer's since the reform.
    me = demo.get(OFFICER, "/auth/me")
    assert [area["name"] for area in me["areas"]] == ["Cụm Lấp Vò"]
    person = demo.get(OFFICER, f"/users/{me['user']['id']}")
    assert [area["name"] for area in person["past_areas"]] == ["Huyện Lấp Vò"]


def test_the_volunteer_has_one_waiting_and_one_sent_back_with_words(demo):
    me = demo.get(VOLUNTEER, "/auth/me")
    team = me["teams"][0]
    assert (team["role"], team["home"]["full_name"]) == (
        "leader",
        "Ấp 1 (xã Vĩnh Thạnh cũ), xã Lấp Vò",
    )
    sessions = demo.everything(VOLUNTEER, f"/sessions?team={team['id']}")
    states = Counter(item["state"] for item in sessions)
    assert (states["pending"], states["returned"]) == (1, 1) and states["approved"] > 10
    review = next(item["review"] for item in sessions if item["state"] == "returned")
    assert review["reasons"] == ["implausible"]
    assert review["fields"] == ["services.edongthap.completed"]
    assert review["comment"] == "Kiểm tra lại số lượt e‑Dongthap"


def test_the_four_accounts_can_sign_in_and_nobody_else(demo):
    from server.accounts.models import User
    from server.cli.demo import ACCOUNTS
    from server.extensions import db

    roles = [demo.get((phone, secret), "/auth/me")["user"]["role"] for _, phone, secret in ACCOUNTS]
    assert roles == ["volunteer", "officer", "province_staff", "system_administrator"]
    with demo.app.app_context():
        able = db.session.scalars(select(User.phone).where(User.secret_hash.isnot(None)))
        assert sorted(able) == sorted(phone for _, phone, _ in ACCOUNTS)
        people = db.session.scalar(select(func.count()).select_from(User))
        phones = db.session.scalar(select(func.count(func.distinct(User.phone))))
    assert people == phones > 2_000


def test_years_before_and_after_the_reform_add_up_on_either_map(demo):
    for year in ("2024", "2025"):
        today = demo.rollup(f"period={year}&map={clock.local_date(demo.moment)}&by=commune")
        before = demo.rollup(f"period={year}&map=2024-12-31&by=commune")
        for answer in (today, before):
            assert (
                sum(row["participants"] for row in answer["rows"]) == today["total"]["participants"]
            )
        assert today["total"]["sessions"] == before["total"]["sessions"]


def test_production_never_gets_the_demo(tmp_path, worker):
    from server.cli.demo import NotForProduction, is_empty, load_into_empty

    with (
        empty_database(tmp_path, f"{worker}_empty") as url,
        prepared(tmp_path, url, "production") as app,
        app.app_context(),
    ):
        assert is_empty()
        with pytest.raises(NotForProduction):
            load_into_empty()


def test_a_database_with_people_is_never_filled(demo):
    from server.cli.demo import NotEmpty, is_empty, load_into_empty

    with demo.app.app_context():
        assert not is_empty()
        with pytest.raises(NotEmpty):
            load_into_empty()
