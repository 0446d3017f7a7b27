"""A team has one leader at a time, however somebody comes onto its roster."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError

import pytest
from sqlalchemy import event

from server import clock
from server.extensions import db
from server.imports.columns import LED_BY_PHONE
from tests.lists import apply, faults, look
from tests.test_handing_over import V1, first_error, members
from tests.test_rosters import rows
from tests.visitors import accept, invited
from tests.world import FOUNDED, NOON

HEAD = "Họ tên,Số điện thoại,Tên Tổ,Chức vụ\n"
TU = {"name": "Tư", "phone": "0912 000 004", "role": "leader"}


def leaders(person, team):
    items = person.get(f"/teams/{team}/members").json["items"]
    return [m["name"] for m in items if m["role"] == "leader" and m["left_on"] is None]


def test_nobody_is_added_or_made_leader_beside_another(world):
    lan, khoa = world.volunteer("Lan"), world.officer()
    mai = world.person("Mai", team=lan.team)
    refused = khoa.post(f"/teams/{lan.team}/members", TU, expect=422).json
    assert first_error(refused) == "has_leader" and "Lan" in refused["errors"][0]["detail"]
    path = f"/teams/{lan.team}/members/{mai.id}/{FOUNDED}"
    refused = khoa.call("PATCH", path, json={"role": "leader"}, headers=V1, expect=422).json
    assert (first_error(refused), refused["errors"][0]["pointer"]) == ("has_leader", "/role")
    assert leaders(khoa, lan.team) == ["Lan"]
    khoa.post(f"/teams/{lan.team}/leader", {"user_id": mai.id}, expect=201)
    assert leaders(khoa, lan.team) == ["Mai"]


def test_who_leads_an_agency_s_team_is_called_the_person_in_charge(world):
    khoa, team = world.officer(), world.team("xã An Bình", kind="agency")
    lan = world.person("Lan", team=team, member="leader")
    world.person("Mai", team=team, member="deputy")
    refused = khoa.post(f"/teams/{team}/members", TU, expect=422).json["errors"][0]
    assert refused["detail"].startswith("Lan là người phụ trách từ ngày 15/07/2022.")
    english = {"Accept-Language": "en"}
    refused = khoa.post(f"/teams/{team}/members", TU, expect=422, headers=english).json
    assert "one person in charge" in refused["errors"][0]["detail"]
    # So does the sheet, which comes in again as it is.
    assert [row["Chức vụ"] for row in rows(khoa)] == ["Người phụ trách", "Phó phụ trách"]
    again = look(khoa, "people", khoa.get("/reports/teams.xlsx").get_data())
    assert (again["known"], again["faults"], again["different"]) == (2, 0, None)
    assert lan.phone == rows(khoa)[0][LED_BY_PHONE]


def test_a_lead_that_was_given_away_for_later_is_not_given_twice(world):
    lan, khoa = world.volunteer("Lan"), world.officer()
    mai, hoa = (world.person(name, team=lan.team) for name in ("Mai", "Hoa"))
    khoa.post(f"/teams/{lan.team}/leader", {"user_id": mai.id, "from": "2026-12-01"}, expect=201)
    refused = khoa.post(f"/teams/{lan.team}/leader", {"user_id": hoa.id}, expect=422).json
    assert first_error(refused) == "leads_later"
    later = {"user_id": hoa.id, "from": "2026-12-02"}
    khoa.post(f"/teams/{lan.team}/leader", later, expect=201)
    assert leaders(khoa, lan.team) == ["Hoa"]


def test_several_leaders_of_before_are_set_right_one_by_one(world):
    lan, khoa = world.volunteer("Lan"), world.officer()
    tu, sau = (world.person(name, team=lan.team, member="leader") for name in ("Tư", "Sáu"))
    path = f"/teams/{lan.team}/members/{tu.id}/{FOUNDED}"
    khoa.call("PATCH", path, json={"organisation": "Đoàn", "role": "leader"}, headers=V1)
    khoa.call("PATCH", path, json={"role": "member"}, headers={"If-Match": '"v2"'})
    khoa.call("DELETE", f"/teams/{lan.team}/members/{sau.id}", expect=204)
    assert leaders(khoa, lan.team) == ["Lan"]


def test_an_invitation_makes_no_second_leader(world, visit):
    khoa, team = world.officer("Khoa"), world.team("Ấp 1")
    early = invited(khoa, team, role="leader")
    khoa.post(f"/teams/{team}/members", TU, expect=201)
    assert first_error(invited(khoa, team, role="leader", expect=422)) == "has_leader"
    assert accept(visit, early, expect=409)["code"] == "team_has_leader"
    assert leaders(khoa, team) == ["Tư"]


def test_a_file_makes_no_second_leader_and_says_which_row_would(land):
    khoa = land.officer()
    land.person("Lan", team=land.teams["Ấp 1"], member="leader")
    rows = ["Tư,0912000004,Tổ Ấp 1", "Năm,0912000005,Tổ Ấp 2", "Sáu,0912000006,Tổ Ấp 2"]
    batch = look(khoa, "people", HEAD + "".join(f"{row},Tổ trưởng\n" for row in rows))
    told = {f["row"]: (f["column"], f["what"], f["right"]) for f in faults(khoa, batch)}
    assert told.keys() == {2, 4}
    assert told[2][:2] == ("Chức vụ", "Tổ đã có Tổ trưởng là Lan") and "Đổi Tổ trưởng" in told[2][2]
    assert "dòng 3" in told[4][1] and "Năm" in told[4][1]


def test_a_leader_named_while_a_file_waits_is_the_only_one(land):
    khoa, team = land.officer(), land.teams["Ấp 1"]
    batch = look(khoa, "people", f"{HEAD}Năm,0912000005,Tổ Ấp 1,Tổ trưởng\n")
    khoa.post(f"/teams/{team}/members", TU, expect=201)
    assert apply(khoa, batch, expect=409)["code"] == "import_changed"
    assert leaders(khoa, team) == ["Tư"]


def at_once(person, *asked):
    """Two requests `(path, body)` of somebody at the same moment: their statuses, in order."""
    both_there = Barrier(2, timeout=0.4)

    def wait(_connection, _cursor, statement, *_more):
        """Whoever is about to write waits for the other, who with a lock never comes."""
        if statement.startswith("INSERT INTO team_member"):
            with suppress(BrokenBarrierError):
                both_there.wait()

    def ask(request):
        path, body = request
        client, told = person.app.test_client(), {"Authorization": f"Bearer {person.token}"}
        with clock.set_to(NOON):
            return client.post(f"/api/v1{path}", json=body, headers=told).status_code

    with person.app.app_context():
        event.listen(db.engine, "before_cursor_execute", wait)
    with ThreadPoolExecutor(2) as pool:
        statuses = list(pool.map(ask, asked))
    with person.app.app_context():
        event.remove(db.engine, "before_cursor_execute", wait)
    return statuses


@pytest.mark.parametrize(
    "ways", [("members", "members"), ("leader", "leader"), ("members", "leader")]
)
def test_two_at_the_same_moment_give_one_leader(world, ways):
    khoa, team = world.officer(), world.team("Ấp 1")
    bodies = [{"name": f"Người {n}", "phone": f"091200000{n}"} for n in (1, 2)]
    bodies = [
        b | ({"role": "leader"} if w == "members" else {})
        for b, w in zip(bodies, ways, strict=True)
    ]
    paths = [f"/teams/{team}/{way}" for way in ways]
    statuses = at_once(khoa, *zip(paths, bodies, strict=True))
    # Of two who hand the lead over, the second does so after the first.
    assert 201 in statuses and set(statuses) <= {201, 422}
    assert len(leaders(khoa, team)) == 1


def test_nobody_is_in_a_team_twice_however_often_they_are_added_at_once(world):
    khoa, team = world.officer(), world.team("Ấp 1")
    lan = world.person("Lan", team=world.team("Ấp 2"))
    days = ("2026-11-20", "2026-11-21")
    asked = [(f"/teams/{team}/members", {"user_id": lan.id, "joined_on": day}) for day in days]
    # Who comes first by the later day leaves no room for the other, and the other way round.
    assert sorted(at_once(khoa, *asked)) == [201, 409]
    assert len(khoa.get(f"/teams/{team}/members").json["items"]) == 1


def test_a_file_and_somebody_at_the_desk_do_not_both_put_one_person_into_a_team(land):
    khoa, team = land.officer(), land.teams["Ấp 1"]
    lan = land.person("Lan", team=land.teams["Ấp 2"])
    batch = look(khoa, "people", f"{HEAD}Lan,{lan.phone},Tổ Ấp 1,\n")
    by_hand = {"user_id": lan.id, "joined_on": "2026-11-20"}
    paths = (f"/teams/{team}/members", by_hand), (f"/imports/{batch['id']}/apply", {})
    statuses = at_once(khoa, *paths)
    assert sorted(statuses) in ([200, 409], [201, 409])
    assert len([m for m in members(khoa, team) if m[0] == "Lan"]) == 1


def test_who_gives_a_later_lead_back_or_takes_it_up_sooner_stands_there_once(world):
    lan, khoa = world.volunteer("Lan"), world.officer()
    mai, hoa = (world.person(name, team=lan.team) for name in ("Mai", "Hoa"))
    lead, path = f"/teams/{lan.team}/leader", f"/teams/{lan.team}/members/{mai.id}"
    khoa.post(lead, {"user_id": mai.id, "from": "2026-12-20"}, expect=201)
    # As the refusal of somebody else says: first the lead that is to come, then the new one.
    khoa.post(lead, {"user_id": hoa.id}, expect=422)
    back = khoa.call("PATCH", f"{path}/2026-12-20", json={"role": "member"}, headers=V1).json
    assert (back["joined_on"], back["left_on"], back["role"]) == (str(FOUNDED), None, "member")
    khoa.post(lead, {"user_id": hoa.id}, expect=201)
    assert members(khoa, lan.team) == {
        ("Lan", "leader", str(FOUNDED), "2026-11-21"),
        ("Lan", "member", "2026-11-21", None),
        ("Mai", "member", str(FOUNDED), None),
        ("Hoa", "member", str(FOUNDED), "2026-11-21"),
        ("Hoa", "leader", "2026-11-21", None),
    }
    # Mai is to lead from December on, and then from today.
    khoa.post(lead, {"user_id": mai.id, "from": "2026-12-20"}, expect=201)
    now = khoa.post(lead, {"user_id": mai.id}, expect=201).json
    assert (now["joined_on"], now["left_on"], now["role"]) == ("2026-11-21", None, "leader")
    hoas = {time for time in members(khoa, lan.team) if time[0] == "Hoa"}
    assert hoas == {
        ("Hoa", "member", str(FOUNDED), "2026-11-21"),
        ("Hoa", "member", "2026-11-21", None),
    }
