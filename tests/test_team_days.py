"""No session lies outside the time of its teams, whoever changes which, and when."""

import threading
import uuid
from datetime import date, timedelta

import pytest

from server import clock
from server.accounts.models import User
from server.extensions import db, write
from server.problems import Problem
from server.sessions import actions, schemas, team_days
from server.sessions.models import OutreachSession
from server.teams import actions as teams
from server.teams.models import Team
from tests.lists import counts, faults, look
from tests.world import NOON


def change(person, team, *, expect=200, **days):
    version = person.get(f"/teams/{team}").json["version"]
    headers = {"If-Match": f'"v{version}"'}
    return person.call("PATCH", f"/teams/{team}", json=days, headers=headers, expect=expect).json


def wrong(answer):
    return [(error["pointer"], error["code"], error["detail"]) for error in answer["errors"]]


def test_a_team_is_not_founded_after_its_first_session_nor_gone_before_its_last(world):
    lan, khoa = world.volunteer(), world.officer()
    lan.record(world.body(lan.team, date="2026-11-03"))
    lan.record(world.body(lan.team, date="2026-11-18"))
    late = change(khoa, lan.team, founded_on="2026-11-04", expect=422)
    assert wrong(late) == [
        (
            "/founded_on",
            "worked_before",
            "Tổ đã có buổi ngày 03/11/2026. Chọn ngày thành lập từ ngày đó trở về trước.",
        )
    ]
    early = change(khoa, lan.team, dissolved_on="2026-11-18", expect=422)
    assert wrong(early) == [
        (
            "/dissolved_on",
            "worked_after",
            "Tổ đã có buổi ngày 18/11/2026. Chọn ngày ngừng hoạt động sau ngày đó.",
        )
    ]
    assert khoa.get(f"/teams/{lan.team}").json["version"] == 1
    change(khoa, lan.team, founded_on="2026-11-03", dissolved_on="2026-11-19")


def test_what_was_withdrawn_or_refused_holds_no_team_back_and_a_joint_session_does(world):
    lan, tu, khoa = world.volunteer(), world.volunteer("Tú", "Ấp 2"), world.officer()
    gone = lan.record(world.body(lan.team, date="2026-11-01"))
    lan.withdraw(gone)
    refused = lan.record(world.body(lan.team, date="2026-11-02"))
    khoa.review(refused, "refuse", reasons=["other"], comment="Không có buổi này")
    tu.record(world.body(tu.team, "Ấp 2", date="2026-11-05", co_team_ids=[lan.team]))
    assert change(khoa, lan.team, founded_on="2026-11-06", expect=422)
    change(khoa, lan.team, founded_on="2026-11-05")


def test_a_team_added_by_mistake_ends_on_its_founding_day_and_was_never_there(world):
    khoa = world.officer()
    team = world.team("Ấp 2", founded=date(2026, 11, 20))
    tu = world.person("Tú", team=team, member="leader")
    tu.withdraw(tu.record(world.body(team, "Ấp 2", date="2026-11-20")))
    here = f"unit={world.units['Ấp 2']}"

    def seen():
        (row,) = khoa.get(f"/coverage?period=2026-11&{here}").json["rows"]
        total = khoa.get(f"/rollups?period=2026-11&{here}").json["total"]
        curve = khoa.get(f"/coverage/teams-series?{here}").json["points"]
        return row["states"][-1], row["team"] and row["team"]["id"], total["active_teams"], curve

    there = seen()
    assert there[:2] == ("silent", team)
    gone = change(khoa, team, dissolved_on="2026-11-20")
    assert gone["dissolved_on"] == "2026-11-20"
    nobody = {"numerator": 0, "denominator": 0}
    assert seen() == ("no_team", None, nobody, [])
    assert change(khoa, team, founded_on="2026-11-21", expect=422)
    change(khoa, team, dissolved_on=None)
    assert seen() == there


def test_an_end_that_is_still_to_come_is_told_and_can_be_taken_away(world):
    khoa, lan = world.officer(), world.volunteer()
    lan.record(world.body(lan.team, date="2026-11-16"))

    def told():
        (row,) = khoa.get("/teams").json["items"]
        one = khoa.get(f"/teams/{lan.team}").json
        assert (row["dissolved_on"], row["dissolves_on"]) == (None, one["dissolves_on"])
        return one["dissolves_on"], one["dissolved_on"], one["last_worked_on"]

    assert told() == (None, None, "2026-11-16")
    change(khoa, lan.team, dissolved_on="2026-12-01")
    assert told() == ("2026-12-01", None, "2026-11-16")
    entry = khoa.get("/audit").json["items"][0]
    assert entry["details"] == {"fields": ["dissolved_on"], "on": "2026-12-01"}
    change(khoa, lan.team, dissolved_on=None)
    assert told() == (None, None, "2026-11-16")


def test_a_day_before_the_founding_ends_no_team(world):
    khoa, lan = world.officer(), world.volunteer()
    founded = khoa.get(f"/teams/{lan.team}").json["founded_on"]
    before = date.fromisoformat(founded) - timedelta(days=1)
    assert wrong(change(khoa, lan.team, dissolved_on=before.isoformat(), expect=422)) == [
        ("/dissolved_on", "wrong_order", "Ngày cuối trước ngày đầu.")
    ]


def test_nobody_joins_a_team_outside_its_days_by_form_or_by_file(land):
    khoa, team = land.officer(), land.teams["Ấp 1"]
    change(khoa, team, founded_on="2023-05-01", dissolved_on="2026-11-18")
    name = khoa.get(f"/teams/{team}").json["name"]
    new = {"name": "Tư", "phone": "0953248538"}
    head, line = "Họ và tên,Số điện thoại,Tên Tổ,Ngày vào Tổ\n", f"Tư,0953248538,{name},"
    before = "Ngày 30/04/2023 trước ngày thành lập Tổ (01/05/2023)."
    after = "Tổ đã ngừng hoạt động từ ngày 18/11/2026."
    for day, said in (("2023-04-30", before), ("2026-11-18", after), (None, after)):
        body = new | ({"joined_on": day} if day else {})
        refused = khoa.post(f"/teams/{team}/members", body, expect=422).json
        assert [told[2] for told in wrong(refused)] == [said]
        (fault,) = faults(khoa, look(khoa, "people", head + line + (day or "")))
        assert fault["column"] == "Ngày vào Tổ" and fault["what"].casefold() in said.casefold()
    # Who was there while it was may still be written down.
    assert counts(look(khoa, "people", f"{head}{line}2026-11-17")) == (1, 0, 0, 0)
    khoa.post(f"/teams/{team}/members", new | {"joined_on": "2023-05-01"}, expect=201)
    change(khoa, team, founded_on="2023-04-30", expect=200)


def test_who_joined_after_the_end_that_was_put_down_later_can_still_be_set_right(land):
    khoa, team = land.officer(), land.teams["Ấp 1"]
    new = {"name": "Tư", "phone": "0953248538", "joined_on": "2026-11-10"}
    member = khoa.post(f"/teams/{team}/members", new, expect=201).json
    change(khoa, team, dissolved_on="2026-11-05")
    path = f"/teams/{team}/members/{member['user_id']}/2026-11-10"
    for version, body in enumerate(
        ({"organisation": "Hội Nông dân"}, {"left_on": "2026-11-15"}), 1
    ):
        khoa.call("PATCH", path, json=body, headers={"If-Match": f'"v{version}"'})
    body, headers = {"joined_on": "2026-11-08"}, {"If-Match": '"v3"'}
    refused = khoa.call("PATCH", path, json=body, headers=headers, expect=422).json
    assert [told[:2] for told in wrong(refused)] == [("/joined_on", "after_dissolution")]
    khoa.call("PATCH", path, json={"joined_on": "2026-11-04"}, headers=headers)


def test_a_team_comes_back_only_while_no_other_is_called_so(land):
    khoa, first = land.officer(), land.team("Ấp 3", name="Tổ chợ")
    change(khoa, first, dissolved_on="2026-11-18")
    second = land.team("Ấp 3", name="tổ CHỢ")
    assert [told[:2] for told in wrong(change(khoa, first, dissolved_on=None, expect=422))] == [
        ("/name", "team_name_taken")
    ]
    change(khoa, first, dissolved_on="2026-11-17")  # still gone, on another day
    change(khoa, first, dissolved_on=None, name="Tổ chợ (2)")
    change(khoa, second, dissolved_on="2026-11-20")


def made(world, lan, **changes):
    """A session that was checked, and is not stored yet."""
    raw = world.body(lan.team) | changes
    user = db.session.get(User, lan.id)
    session = actions.new(uuid.uuid4(), schemas.NewSession().load(raw), raw, by=user, author=user)
    session.is_clean = True
    return user, session


@pytest.mark.parametrize("joint", [False, True])
def test_a_team_that_ends_while_its_session_is_on_the_way_gets_none(world, joint):
    """Checked before the change, stored after it."""
    lan, tu, khoa = world.volunteer(), world.volunteer("Tú", "Ấp 2"), world.officer()
    ends = tu.team if joint else lan.team
    with world.app.app_context(), clock.set_to(NOON):
        user, session = made(world, lan, co_team_ids=[tu.team] if joint else [])
        change(khoa, ends, dissolved_on="2026-11-18")
        if joint:
            with pytest.raises(Problem):
                write(actions.record, session, {}, by=user)
        else:
            assert not write(actions.record, session, {}, by=user)
        assert db.session.query(OutreachSession).count() == 0


def test_amending_asks_for_the_team_as_it_is_then(world):
    lan, khoa = world.volunteer(), world.officer()
    change(khoa, lan.team, dissolved_on="2026-11-19")
    with world.app.app_context(), pytest.raises(Problem) as caught:
        write(team_days.hold, [lan.team], date(2026, 11, 19))
    assert [error.code for error in caught.value.errors] == ["team_not_then"]


def test_who_changes_a_teams_days_waits_for_the_session_that_is_being_recorded(world):
    """Held in the middle of being stored, until the change has been asked for."""
    lan, khoa = world.volunteer(), world.officer()
    stored, asked, outcome = threading.Event(), threading.Event(), []

    def dissolve():
        stored.wait(20)
        asked.set()
        with world.app.app_context(), clock.set_to(NOON):
            by = db.session.get(User, khoa.id)
            try:
                wanted = {"dissolved_on": date(2026, 11, 18)}
                write(teams.change, lan.team, wanted, version=1, by=by)
                outcome.append("changed")
            except Problem as problem:
                outcome.append(problem.errors[0].code)

    def record():
        user, session = made(world, lan)

        def hold():
            assert actions.record(session, {}, by=user)
            db.session.flush()
            stored.set()
            assert asked.wait(20)

        write(hold)

    thread = threading.Thread(target=dissolve)
    thread.start()
    with world.app.app_context(), clock.set_to(NOON):
        record()
    thread.join()
    assert outcome == ["worked_after"]
    with world.app.app_context():
        assert db.session.get(Team, lan.team).version == 1


def test_a_refused_session_comes_back_only_while_its_team_was_there(world):
    khoa, lan = world.officer(), world.volunteer()
    session = lan.record(world.body(lan.team, date="2026-11-10"))
    refused = khoa.review(session, "refuse", comment="Không có buổi này")
    change(khoa, lan.team, dissolved_on="2026-11-05")
    answer = khoa.review(refused, "reopen", comment="Bấm nhầm", expect=422)
    assert answer["errors"][0]["code"] == "team_not_then"
