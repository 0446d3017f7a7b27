"""Coverage: who was reached, who reported nothing, who is silent, and where nobody could report."""

from datetime import date

from server.access.permissions import ROLE_PERMISSIONS, Permission, Role


def grid(person, query=""):
    answer = person.get(f"/coverage?period=2026-11&state=provisional{query}").json
    return answer, {row["unit"]["name"]: row for row in answer["rows"]}


def test_four_states_told_apart(world):
    lan = world.volunteer("Lan", "Ấp 1")
    hoa = world.volunteer("Hoa", "Ấp 2")
    world.team("Ấp 3")
    lan.record(world.body(lan.team))
    here = world.units["Ấp 2"]
    hoa.record({"team_id": hoa.team, "place_id": here, "date": "2026-11-02", "nil": True})
    answer, rows = grid(world.province())
    states = {name: row["states"][-1] for name, row in rows.items()}
    assert states == {"Ấp 1": "active", "Ấp 2": "nil", "Ấp 3": "silent", "Ấp 4": "no_team"}
    assert answer["summary"] == {"active": 1, "nil": 1, "silent": 1, "no_team": 1}
    assert rows["Ấp 1"]["team"]["leader"]["name"] == "Lan"


def test_a_hamlet_reached_from_elsewhere_is_active_and_has_its_day(world):
    lan = world.volunteer()
    lan.record(world.body(lan.team, other_place_ids=[world.units["Ấp 2"]]))
    _, rows = grid(world.province())
    assert rows["Ấp 2"]["states"][-1] == "active"
    assert rows["Ấp 2"]["last_session_on"] == "2026-11-18"
    assert rows["Ấp 2"]["participants"] == 0


def test_a_call_reaches_nobodys_hamlet(world):
    lan = world.volunteer()
    lan.record(world.body(lan.team, type="online"))
    _, rows = grid(world.province())
    assert rows["Ấp 1"]["states"][-1] == "silent"


def test_a_real_session_outranks_a_nil_report(world):
    lan = world.volunteer()
    here = world.units["Ấp 1"]
    lan.record({"team_id": lan.team, "place_id": here, "date": "2026-11-01", "nil": True})
    lan.record(world.body(lan.team))
    _, rows = grid(world.province())
    assert rows["Ấp 1"]["states"][-1] == "active"


def test_the_longest_without_a_session_comes_first_and_months_before_a_team_say_so(world):
    lan = world.volunteer("Lan", "Ấp 1")
    hoa = world.person("Hoa", team=world.team("Ấp 4", founded=date(2026, 9, 15)))
    hoa.team = hoa.get("/auth/me").json["teams"][0]["id"]
    lan.record(world.body(lan.team, date="2026-03-04"))
    hoa.record(world.body(hoa.team, "Ấp 4", date="2026-11-20"))
    answer, rows = grid(world.province())
    order = [row["unit"]["name"] for row in answer["rows"]]
    assert order[2:] == ["Ấp 1", "Ấp 4"]
    assert rows["Ấp 4"]["states"][-4:] == ["no_team", "silent", "silent", "active"]


def test_whom_to_call_is_told_to_those_who_may_read_people(world, monkeypatch):
    lan = world.volunteer()
    khoa = world.officer()
    _, rows = grid(khoa)
    assert rows["Ấp 1"]["team"]["leader"] == {"name": "Lan", "phone": lan.phone}
    fewer = ROLE_PERMISSIONS[Role.OFFICER] - {Permission.PEOPLE_READ}
    monkeypatch.setitem(ROLE_PERMISSIONS, Role.OFFICER, fewer)
    _, rows = grid(khoa)
    assert rows["Ấp 1"]["team"]["leader"] == {"name": "Lan", "phone": None}


def test_there_is_no_coverage_of_what_has_not_begun(world):
    khoa = world.officer()
    assert khoa.get("/coverage?period=2026-12", expect=422).json["code"] == "invalid"
    khoa.get("/coverage?from=2026-11-22&to=2026-11-30", expect=422)
    assert khoa.get("/coverage?period=2026-11").json["months"][-1] == "2026-11"


def test_what_a_team_sent_about_a_month_without_a_visit_is_told(world):
    """So that a reminder accuses nobody who was online, or who is asked to correct something."""
    lan, hoa, tam = (world.volunteer(n, f"Ấp {i}") for i, n in enumerate(("Lan", "Hoa", "Tám"), 1))
    khoa = world.officer()
    lan.record(world.body(lan.team, date="2026-08-07"))
    lan.record(world.body(lan.team, type="online", date="2026-11-06"))
    # A session of Hoa's came to Ấp 3 as well; both wait until she has mended it.
    more = {"other_place_ids": [world.units["Ấp 3"]], "date": "2026-11-16"}
    returned = hoa.record(world.body(hoa.team, "Ấp 2", **more))
    khoa.review(returned, "return", reasons=["implausible"], comment="Xem lại số lượt")
    _, rows = grid(khoa)
    nothing, back = None, {"date": "2026-11-16", "type": "outing"}
    assert [rows[f"Ấp {n}"]["states"][-1] for n in (1, 2, 3)] == ["silent"] * 3
    assert rows["Ấp 1"]["last_session_on"] == "2026-08-07"
    online = {"date": "2026-11-06", "type": "online"}
    assert rows["Ấp 1"]["unheard"] == {"returned": nothing, "remote": online}
    assert rows["Ấp 2"]["unheard"] == {"returned": back, "remote": nothing}
    assert rows["Ấp 3"]["unheard"] == {"returned": back, "remote": nothing}
    # Another month's is no answer for this one; and who came needs no excuse.
    tam.record(world.body(tam.team, "Ấp 3"))
    _, rows = grid(khoa)
    assert rows["Ấp 3"]["unheard"] == {"returned": nothing, "remote": nothing}
    october = {
        row["unit"]["name"]: row for row in khoa.get("/coverage?period=2026-10").json["rows"]
    }
    assert october["Ấp 1"]["unheard"] == {"returned": nothing, "remote": nothing}


def test_a_team_asked_to_correct_a_session_is_told_apart_from_an_idle_one(world):
    lan, hoa, khoa = world.volunteer("Lan"), world.volunteer("Hoa", "Ấp 2"), world.officer()
    returned = lan.record(world.body(lan.team, date="2026-11-16"))
    khoa.review(returned, "return", reasons=["implausible"], comment="Xem lại số lượt")
    idle = {row["team"]["id"]: row for row in khoa.get("/worklist/teams").json["items"]}
    assert idle[lan.team]["returned_on"] == "2026-11-16"
    assert idle[hoa.team]["returned_on"] is None
