"""Two teams tell of one event: it is found, merged by an officer, credited to both, and its people
are counted once; and it can be taken apart again."""

from datetime import timedelta

import pytest

from tests.world import NOON, changes


def etag(session):
    return {"If-Match": f'"v{session["version"]}"'}


def merge(officer, kept, other, expect=200, **words):
    body = {"other": {"id": other["id"], "etag": f'"v{other["version"]}"'}, **words}
    path = f"/sessions/{kept['id']}/merge"
    return officer.post(path, body, headers=etag(kept), expect=expect).json


def unmerge(officer, other, expect=200):
    path = f"/sessions/{other['id']}/merge"
    return officer.call("DELETE", path, headers=etag(other), expect=expect).json


@pytest.fixture
def joint(world):
    """Two teams of one commune at one event, each with its own record of it."""
    lan, mai = world.volunteer("Lan", "Ấp 1"), world.volunteer("Mai", "Ấp 2")
    ours = lan.record(world.body(lan.team))
    theirs = mai.record(world.body(mai.team, "Ấp 1", type="combined_meeting"))
    return lan, mai, ours, theirs


def figures(person, state="provisional"):
    query = {"by": "team", "period": "2026", "state": state}
    body = person.get("/rollups", query_string=query).json
    return body["total"]["participants"], {
        row["unit"]["id"]: row["sessions"]["all"] for row in body["rows"] if row["unit"]
    }


def active_teams(person):
    query = {"period": "2026", "state": "provisional", "by": "commune"}
    return person.get("/rollups", query_string=query).json["total"]["active_teams"]["numerator"]


def verified(world):
    result = world.app.test_cli_runner().invoke(args=["rollups", "verify"])
    assert "0 differences" in result.output, result.output


def test_the_second_record_is_hinted_at_and_shown_beside(world, joint):
    lan, _mai, ours, theirs = joint
    khoa = world.officer()
    assert "joint" in [flag["code"] for flag in theirs["flags"]]
    (shown,) = khoa.get(f"/sessions/{theirs['id']}").json["similar"]
    assert (shown["id"], shown["same_team"], shown["participants"]) == (ours["id"], False, 25)
    # Its author is told that there is one, and nothing of it.
    assert "Lan" not in str(theirs["flags"]) and "25" not in str(theirs["flags"])
    assert lan.get(f"/sessions/{ours['id']}").json["similar"] == []


def test_another_place_day_or_a_call_from_afar_is_no_joint_session(world):
    lan, mai = world.volunteer("Lan", "Ấp 1"), world.volunteer("Mai", "Ấp 2")
    lan.record(world.body(lan.team))
    for change in (
        {"place": "Ấp 2"},
        {"date": "2026-11-17"},
        {"type": "online"},
        {"type": "home_visit", "households": 9, "participants": 26},
    ):
        recorded = mai.record(world.body(mai.team, **({"place": "Ấp 1"} | change)))
        assert "joint" not in [flag["code"] for flag in recorded["flags"]], change


def test_people_are_counted_once_and_both_teams_credited(world, joint):
    _lan, mai, ours, theirs = joint
    khoa = world.officer()
    before, teams = figures(khoa)[0], active_teams(khoa)
    kept = merge(khoa, ours, theirs, comment="Cùng một buổi ở nhà văn hóa")
    assert (kept["flags"], kept["similar"]) == ([], [])
    assert kept["co_team_ids"] == [mai.team] and kept["participants"] == 25
    assert (before, figures(khoa)[0]) == (50, 25)
    assert active_teams(khoa) == teams == 2
    gone = mai.get(f"/sessions/{theirs['id']}").json
    assert (gone["state"], gone["merged_into"]) == ("withdrawn", ours["id"])
    verified(world)
    told = [(item["action"], item["other_id"]) for item in history(khoa, ours)]
    assert told == [("recorded", None), ("merged", theirs["id"])]
    assert history(khoa, theirs)[-1]["comment"] == "Cùng một buổi ở nhà văn hóa"
    # The author's phone hears of it, and sending the record again does no harm.
    heard = {item["id"]: item for item in changes(mai)["items"]}
    assert heard[theirs["id"]]["merged_into"] == ours["id"]
    mai.record(world.body(mai.team, "Ấp 1"), session_id=theirs["id"], expect=410)


def history(person, session):
    return person.get(f"/sessions/{session['id']}/history").json["items"]


def test_an_approved_session_keeps_its_approval_and_the_hamlet_of_the_other_is_reached(world):
    lan, mai, khoa = world.volunteer("Lan", "Ấp 1"), world.volunteer("Mai", "Ấp 2"), world.officer()
    ours = khoa.review(lan.record(world.body(lan.team)), "approve")
    theirs = khoa.review(mai.record(world.body(mai.team, "Ấp 2")), "approve")
    kept = merge(khoa, ours, theirs)
    assert (kept["state"], kept["other_place_ids"]) == ("approved", [world.units["Ấp 2"]])
    assert figures(khoa, "official")[0] == 25
    rows = khoa.get("/coverage").json["rows"]
    assert {row["unit"]["name"]: row["states"][-1] for row in rows}["Ấp 2"] == "active"
    verified(world)


def test_a_merge_is_undone_also_after_the_one_that_stands_for_both_was_approved(world, joint):
    _lan, _mai, ours, theirs = joint
    khoa = world.officer()
    khoa.review(merge(khoa, ours, theirs), "approve")
    gone = khoa.get(f"/sessions/{theirs['id']}").json
    assert gone["may"] == ["unmerge"]
    back = unmerge(khoa, gone)
    assert (back["state"], back["merged_into"]) == ("pending", None)
    left = khoa.get(f"/sessions/{ours['id']}").json
    assert (left["state"], left["co_team_ids"]) == ("approved", [])
    assert figures(khoa)[0] == 50
    assert figures(khoa, "official")[0] == 25
    verified(world)
    unmerge(khoa, gone, expect=404)
    merge(khoa, left, back)


def test_what_one_stands_for_survives_its_amendment(world, joint):
    lan, mai, ours, theirs = joint
    khoa = world.officer()
    kept = merge(khoa, ours, theirs)
    path, body = f"/sessions/{ours['id']}", world.body(lan.team, participants=30)
    amended = lan.put(path, body, headers=etag(kept)).json
    assert (amended["participants"], amended["co_team_ids"]) == (30, [mai.team])
    assert figures(khoa)[0] == 30
    verified(world)


@pytest.mark.parametrize("change", [{"date": "2026-11-17"}, {"nil": True}])
def test_told_of_another_day_it_stands_for_nobody_else(world, joint, change):
    lan, _mai, ours, theirs = joint
    khoa = world.officer()
    kept = merge(khoa, ours, theirs)
    body = world.body(lan.team, **change)
    if "nil" in change:
        body = {"team_id": lan.team, "place_id": body["place_id"], "date": body["date"], **change}
    amended = lan.put(f"/sessions/{ours['id']}", body, headers=etag(kept)).json
    assert amended["co_team_ids"] == []
    back = khoa.get(f"/sessions/{theirs['id']}").json
    assert (back["state"], back["merged_into"]) == ("pending", None)
    assert figures(khoa)[0] == (25 if "nil" in change else 50)
    verified(world)


@pytest.mark.parametrize("how", ["withdrawn", "refused"])
def test_when_the_one_that_stands_for_both_goes_the_other_comes_back(world, joint, how):
    lan, _mai, ours, theirs = joint
    khoa = world.officer()
    kept = merge(khoa, ours, theirs)
    if how == "withdrawn":
        lan.withdraw(kept)
    else:
        khoa.review(kept, "refuse", comment="Không có buổi này")
    back = khoa.get(f"/sessions/{theirs['id']}").json
    assert (back["state"], back["merged_into"]) == ("pending", None)
    assert history(khoa, theirs)[-1]["action"] == "unmerged"
    assert figures(khoa)[0] == 25
    verified(world)


def test_a_returned_session_stands_for_nobody(world, joint):
    _lan, _mai, ours, theirs = joint
    khoa = world.officer()
    returned = khoa.review(ours, "return", reasons=["wrong_date"])
    assert merge(khoa, returned, theirs, expect=409)["code"] == "state_conflict"
    assert merge(khoa, theirs, returned)["co_team_ids"]


def test_three_records_of_one_event_become_one(world, joint):
    _lan, mai, ours, theirs = joint
    khoa, nam = world.officer(), world.volunteer("Nam", "Ấp 3")
    third = nam.record(world.body(nam.team, "Ấp 3"))
    # First the third into the second, then the second into the first, which stands for all.
    second = merge(khoa, theirs, third)
    kept = merge(khoa, ours, second)
    assert set(kept["co_team_ids"]) == {mai.team, nam.team}
    assert khoa.get(f"/sessions/{third['id']}").json["merged_into"] == ours["id"]
    assert figures(khoa)[0] == 25
    back = unmerge(khoa, khoa.get(f"/sessions/{theirs['id']}").json)
    assert (back["state"], back["co_team_ids"]) == ("pending", [])
    assert khoa.get(f"/sessions/{ours['id']}").json["co_team_ids"] == [nam.team]
    verified(world)
    assert unmerge(khoa, khoa.get(f"/sessions/{third['id']}").json)["state"] == "pending"
    assert khoa.get(f"/sessions/{ours['id']}").json["co_team_ids"] == []
    assert figures(khoa)[0] == 75
    verified(world)


def test_what_may_not_be_merged(world, joint):
    lan, _mai, ours, theirs = joint
    khoa, hanh = world.officer(), world.province()
    merge(khoa, ours, ours, expect=422)
    other_day = lan.record(world.body(lan.team, date="2026-11-17"))
    answer = merge(khoa, ours, other_day, expect=422)
    assert answer["errors"][0]["code"] == "not_same_day"
    nil = lan.record({"team_id": lan.team, "place_id": world.units["Ấp 1"], "date": "2026-11-18",
                      "nil": True})  # fmt: skip
    merge(khoa, ours, nil, expect=422)
    merge(khoa, ours, theirs | {"version": 9}, expect=412)
    merge(khoa, ours | {"version": 9}, theirs, expect=412)
    refused = khoa.review(lan.record(world.body(lan.team)), "refuse", comment="Trùng")
    merge(khoa, ours, refused, expect=409)
    merge(khoa, refused, ours, expect=409)
    merge(lan, ours, theirs, expect=403)
    # What an officer entered, the level above decides on.
    entered = khoa.record(world.body(lan.team, source="paper"))
    merge(khoa, ours, entered, expect=403)
    assert merge(hanh, ours, entered)["id"] == ours["id"]


def test_nobody_merges_with_what_they_may_not_see(world, joint):
    _lan, _mai, ours, _theirs = joint
    khoa, far = world.officer(), world.volunteer("Xa", "Ấp 4")
    hidden = far.record(world.body(far.team, "Ấp 4"))
    answer = merge(khoa, ours, hidden, expect=422)
    assert answer["errors"][0]["code"] == "no_such_session"
    world.officer("Nga", "cụm Nam").post(
        f"/sessions/{ours['id']}/merge",
        {"other": {"id": hidden["id"], "etag": '"v1"'}},
        headers=etag(ours),
        expect=404,
    )


def test_a_merge_is_in_the_log_of_both_places(world, joint):
    _lan, _mai, ours, theirs = joint
    khoa = world.officer()
    merge(khoa, ours, theirs)
    logged = khoa.get("/audit").json["items"]
    about = {entry["object_id"] for entry in logged if entry["action"] == "session.merged"}
    assert about == {ours["id"], theirs["id"]}


def test_nobody_takes_apart_what_they_do_not_see_or_what_is_their_own(world):
    """The youth team of the province may hold sessions on both lands."""
    khoa, thu, hanh = world.officer(), world.officer("Thu", "cụm Nam"), world.province()
    youth = world.team("tỉnh Sen", kind="youth")
    tam, cuc = world.person("Tám", team=youth), world.volunteer("Cúc", "Ấp 4")
    far = cuc.record(world.body(cuc.team, "Ấp 4"))
    here = tam.record(world.body(youth, "Ấp 1"))
    merge(hanh, far, here)
    gone = khoa.get(f"/sessions/{here['id']}").json
    assert "unmerge" not in gone["may"]
    unmerge(khoa, gone, expect=403)
    assert "unmerge" in hanh.get(f"/sessions/{here['id']}").json["may"]

    lan = world.volunteer()
    entered = khoa.record(world.body(lan.team, "Ấp 2", source="paper", date="2026-11-17"))
    other = lan.record(world.body(lan.team, "Ấp 2", date="2026-11-17"))
    merge(hanh, entered, other)
    gone = khoa.get(f"/sessions/{other['id']}").json
    assert "unmerge" not in gone["may"]
    assert unmerge(khoa, gone, expect=403)["code"] == "own_session"
    assert thu.get(f"/sessions/{far['id']}").json["version"] == 2
    verified(world)


def test_a_merge_since_the_approval_does_not_make_a_reopened_session_overdue(world):
    khoa, lan, mai = world.officer(), world.volunteer(), world.volunteer("Mai", "Ấp 2")
    early = NOON - timedelta(days=11)
    session = lan.record(world.body(lan.team, date="2026-11-10"), at=early)
    other = mai.record(world.body(mai.team, "Ấp 1", date="2026-11-10"), at=early)
    approved = khoa.review(session, "approve", at=NOON - timedelta(days=9))
    kept = merge(khoa, approved, other)
    khoa.review(kept, "reopen", comment="Sai nơi tổ chức")
    assert khoa.get("/worklist").json["pending"]["overdue"] == 0


def test_a_merge_days_later_keeps_the_hint_of_a_wrong_clock(world):
    lan, mai, khoa = world.volunteer(), world.volunteer("Mai"), world.officer()
    client = {"created_at": "2026-11-22T11:00:00Z", "app_version": "1"}  # thirty hours ahead
    ours = lan.record(world.body(lan.team, client=client))
    theirs, days_later = mai.record(world.body(mai.team)), NOON + timedelta(days=2)
    body = {"other": {"id": theirs["id"], "etag": '"v1"'}}
    path = f"/sessions/{ours['id']}/merge"
    kept = khoa.post(path, body, headers=etag(ours), at=days_later).json
    assert "wrong_clock" in [flag["code"] for flag in kept["flags"]]
    # What its author writes anew has a clock of its own.
    again = world.body(lan.team, client=client | {"created_at": "2026-11-24T05:00:00Z"})
    told = lan.put(
        f"/sessions/{ours['id']}", again, headers=etag(kept), at=NOON + timedelta(days=3)
    )
    assert "wrong_clock" not in [flag["code"] for flag in told.json["flags"]]


def test_what_was_merged_is_not_called_cancelled(world, joint):
    _lan, mai, ours, theirs = joint
    khoa = world.officer()
    merge(khoa, ours, theirs)
    cancelled = mai.record(world.body(mai.team, "Ấp 2", participants=26))
    mai.withdraw(cancelled)
    told = {one["id"]: one["ending"] for one in khoa.get("/sessions").json["items"]}
    assert told == {ours["id"]: None, theirs["id"]: "merged", cancelled["id"]: "withdrawn"}
    behind = "/rollups/sessions?period=2026-11&state=provisional&cell=participants"
    assert khoa.get(behind).json["left_out"] == [
        {"reason": "merged", "sessions": 1, "value": 25},
        {"reason": "withdrawn", "sessions": 1, "value": 26},
    ]
    (found,) = khoa.get("/search", query_string={"q": theirs["receipt_code"]}).json["items"]
    assert (found["state"], found["ending"]) == ("withdrawn", "merged")
    file = "/reports/sessions.csv?period=2026-11&session_state=withdrawn"
    rows = world.province().get(file).get_data().decode()
    assert rows.count(",Đã gộp vào buổi khác,") == rows.count(",Đã hủy,") == 1
