"""Who is on no team's roster any more stays with whoever answers for where they stood last: seen,
found, let in again, put into a team; and with nobody else."""

import uuid
from datetime import date

import pytest

from server.extensions import write
from server.teams import routes
from tests.test_handing_over import V1, correct, first_error
from tests.world import NOON

PHONE = "0912345678"
HOA = {"name": "Hoa", "phone": PHONE}


@pytest.fixture
def hoa(world):
    """Khoa put Hoa on a roster and took her off it the same day; her id."""
    khoa, team = world.officer("Khoa"), world.team("Ấp 1")
    hoa = khoa.post(f"/teams/{team}/members", HOA, expect=201).json["user_id"]
    khoa.call("DELETE", f"/teams/{team}/members/{hoa}", expect=204)
    return hoa, team, khoa


def lock(by, user, expect=200):
    body = {"disabled": True, "reason": "Mất điện thoại"}
    return by.call("PATCH", f"/users/{user}", json=body, headers=V1, expect=expect).json


def names(by):
    query = "/users?role=volunteer&without_team=true"
    return [person["name"] for person in by.get(query).json["items"]]


def lasts(by):
    """Where those who are in no team were last, as their list says."""
    query = "/users?role=volunteer&without_team=true"
    homes = [person["last_home"] for person in by.get(query).json["items"]]
    return [home and home["full_name"] for home in homes]


def test_of_who_left_their_team_the_list_says_where_it_is_and_of_who_is_in_one_nothing(world):
    khoa, lan = world.officer(), world.volunteer("Lan", "Ấp 1")
    world.volunteer("Mai", "Ấp 3")
    second = world.team("Ấp 2")
    world.join(lan, second, date(2026, 1, 5))
    correct(khoa, lan.team, lan.id, left_on="2026-01-05")
    assert names(khoa) == []
    khoa.call("DELETE", f"/teams/{second}/members/{lan.id}", expect=204)
    assert names(khoa) == ["Lan"]
    assert lasts(khoa) == ["Ấp 2, xã An Bình"]
    everybody = khoa.get("/users?role=volunteer").json["items"]
    assert {one["name"]: one["last_home"] is None for one in everybody}["Mai"]


def found(by, q):
    return [
        (one["title"], one["detail"])
        for one in by.get("/search", query_string={"q": q}).json["items"]
    ]


@pytest.mark.parametrize("way", ["taken off the same day", "the team is deleted", "led for no day"])
def test_who_is_on_no_roster_is_seen_where_they_stood_and_nowhere_else(world, way):
    khoa, tu, hanh = world.officer("Khoa"), world.officer("Tư", "cụm Nam"), world.province()
    team = world.team("Ấp 1")
    role = {"role": "leader"} if way == "led for no day" else {}
    hoa = khoa.post(f"/teams/{team}/members", HOA | role, expect=201).json["user_id"]
    if way == "taken off the same day":
        khoa.call("DELETE", f"/teams/{team}/members/{hoa}", expect=204)
    elif way == "the team is deleted":
        khoa.call("DELETE", f"/teams/{team}", expect=204)
    else:
        other = {"name": "Mai", "phone": "0912345679", "former": "leaves"}
        khoa.post(f"/teams/{team}/leader", other, expect=201)
    for by in (khoa, hanh):
        assert names(by) == ["Hoa"]
        assert found(by, "hoa") == found(by, PHONE) == [("Hoa", None)]
        shown = by.get(f"/users/{hoa}").json
        assert (shown["memberships"], shown["is_manageable"]) == ([], True)
        assert lasts(by) == ["Ấp 1, xã An Bình"]
        assert shown["last_home"]["name"] == "Ấp 1"
        by.post(f"/users/{hoa}/recovery-code", expect=201)
    assert names(tu) == found(tu, "hoa") == []
    tu.get(f"/users/{hoa}", expect=404)
    tu.post(f"/users/{hoa}/recovery-code", expect=404)
    lock(tu, hoa, expect=404)
    lock(khoa, hoa)
    # What was done is read where they stood.
    told = [entry["action"] for entry in khoa.get(f"/audit?about={hoa}").json["items"]]
    assert told[0] == "user.disabled"
    came, left = "team.member_added", "team.member_left"
    mentioned = [action for action in told if action.startswith("team.")]
    assert mentioned[-1] == came or way == "led for no day"
    assert (mentioned[0] == left) == (way == "taken off the same day")
    assert (mentioned[0] == "team.deleted") == (way == "the team is deleted")
    assert hanh.get(f"/audit?about={hoa}").json["items"][0]["place"]["name"].startswith("Ấp 1")


def test_who_is_in_no_team_is_put_into_one_by_hand_or_by_phone(world, hoa):
    who, _, khoa = hoa
    other = world.team("Ấp 2")
    for body in ({"user_id": who}, HOA):
        assert khoa.post(f"/teams/{other}/members", body, expect=201).json["user_id"] == who
        assert names(khoa) == []
        khoa.call("DELETE", f"/teams/{other}/members/{who}", expect=204)
        assert names(khoa) == ["Hoa"]


SAID = {"members": "role", "leader": "former"}


def test_an_officers_number_is_told_to_be_one_and_of_whom_is_not_told(world):
    khoa, team = world.officer("Khoa"), world.team("Ấp 1")
    others = (world.officer("Tư", "cụm Nam"), world.province("Hạnh"), khoa)
    for one in others:
        for way in ("members", "leader"):
            body = {"name": "Hoa", "phone": one.phone, "role": "member", "former": "leaves"}
            body = {name: body[name] for name in ("name", "phone", SAID[way])}
            refused = khoa.post(f"/teams/{team}/{way}", body, expect=422).json
            (error,) = refused["errors"]
            assert (error["pointer"], error["code"]) == ("/phone", "phone_of_officer")
            assert one.name not in error["detail"]


def test_nobody_of_another_area_is_given_somebody_for_their_phone(world, hoa):
    who, _, khoa = hoa
    tu, south = world.officer("Tư", "cụm Nam"), world.team("Ấp 4")
    for way in ("members", "leader"):
        refused = tu.post(f"/teams/{south}/{way}", HOA, expect=422).json
        assert (first_error(refused), refused["errors"][0]["pointer"]) == ("phone_taken", "/phone")
        assert "Hoa" not in refused["errors"][0]["detail"]
    assert first_error(tu.post(f"/teams/{south}/members", {"user_id": who}, expect=422).json)
    # Where she stood last it is who answers there that gives her on.
    world.province().post(f"/teams/{south}/members", HOA, expect=201)
    khoa.get(f"/users/{who}", expect=404)
    assert [one["id"] for one in tu.get(f"/users?phone={PHONE}").json["items"]] == [who]
    tu.call("DELETE", f"/teams/{south}/members/{who}", expect=204)
    assert (names(tu), names(khoa)) == (["Hoa"], [])


def test_nobody_else_is_taken_for_somebody_for_their_phone(world, hoa):
    who, team, khoa = hoa
    other = HOA | {"name": "Nguyễn Thị Khác"}
    for way in ("members", "leader"):
        (refused,) = khoa.post(f"/teams/{team}/{way}", other, expect=422).json["errors"]
        assert (refused["pointer"], refused["code"]) == ("/phone", "phone_of_another")
        assert "Hoa" in refused["detail"]
    assert names(khoa) == ["Hoa"]
    same = khoa.post(f"/teams/{team}/leader", HOA | {"name": "HOA"}, expect=201).json
    assert (same["user_id"], same["name"]) == (who, "Hoa")


def test_who_is_locked_is_refused_in_words_where_they_can_be_let_in_again(world, hoa):
    who, team, khoa = hoa
    tu, south = world.officer("Tư", "cụm Nam"), world.team("Ấp 4")
    lock(khoa, who)
    refused = khoa.post(f"/teams/{team}/members", HOA, expect=422).json["errors"][0]
    assert (refused["code"], refused["pointer"]) == ("phone_locked", "/phone")
    assert "Hoa" in refused["detail"] and "Mở khóa" in refused["detail"]
    assert first_error(tu.post(f"/teams/{south}/members", HOA, expect=422).json) == "phone_taken"
    (there,) = khoa.get(f"/users?phone={PHONE}").json["items"]
    enable = {"json": {"disabled": False}, "headers": {"If-Match": f'"v{there["version"]}"'}}
    khoa.call("PATCH", f"/users/{who}", **enable)
    khoa.post(f"/teams/{team}/members", HOA, expect=201)


def test_who_is_locked_is_put_into_no_team_by_hand_and_leads_none(world):
    khoa, team = world.officer(), world.team("Ấp 1")
    lan = world.volunteer("Lan", "Ấp 2")
    lock(khoa, lan.id)
    for way in ("members", "leader"):
        answer = khoa.post(f"/teams/{team}/{way}", {"user_id": lan.id}, expect=422).json
        assert first_error(answer) == "person_locked"
        assert "Lan" in answer["errors"][0]["detail"]


def test_the_page_says_who_locked_somebody_and_why(world, hoa):
    who, _, khoa = hoa
    assert khoa.get(f"/users/{who}").json["lock"] is None
    lock(khoa, who)
    lan = world.volunteer("Lan")
    lock(khoa, lan.id)
    for one in (who, lan.id):
        assert khoa.get(f"/users/{one}").json["lock"] == {"by": "Khoa", "reason": "Mất điện thoại"}


def test_who_left_all_teams_stands_among_those_without_and_who_is_to_come_does_not(world):
    khoa, team = world.officer(), world.team("Ấp 1")
    mai, sau = (world.person(name, team=team) for name in ("Mai", "Sáu"))
    khoa.call("DELETE", f"/teams/{team}/members/{mai.id}", expect=204)
    khoa.call("DELETE", f"/teams/{team}/members/{sau.id}", expect=204)
    assert names(khoa) == ["Mai", "Sáu"]
    soon = {"user_id": mai.id, "joined_on": "2026-12-01"}
    khoa.post(f"/teams/{world.team('Ấp 2')}/members", soon, expect=201)
    assert names(khoa) == ["Sáu"]


def test_a_volunteer_who_is_added_without_a_team_belongs_where_who_adds_them_does(world):
    khoa = world.officer()
    made = khoa.post("/users", HOA | {"role": "volunteer", "area_ids": []}, expect=201).json
    assert names(khoa) == ["Hoa"]
    assert khoa.get(f"/users/{made['id']}").json["last_home"]["id"] == world.units["cụm Bắc"]


def test_a_volunteer_is_added_by_nobody_who_has_no_place_for_them(world):
    admin = world.person("Bảo", "system_administrator")
    body = HOA | {"role": "volunteer", "area_ids": []}
    for by in (admin, world.person("Không", "officer")):
        (refused,) = by.post("/users", body, expect=422).json["errors"]
        assert (refused["pointer"], refused["code"]) == ("/role", "added_in_team")
    assert admin.get("/users?role=volunteer").json["items"] == []


TOO_LATE = {
    "PATCH /": {"name": "Tên khác"},
    "DELETE /": None,
    "POST /members": HOA,
    "POST /leader": HOA,
    "DELETE /members/{lan}": None,
    "PATCH /members/{lan}/2022-07-15": {"role": "deputy"},
}


@pytest.mark.parametrize("way", TOO_LATE)
def test_what_is_done_to_a_team_that_somebody_just_deleted_finds_none(world, monkeypatch, way):
    khoa, thu, lan = world.officer("Khoa"), world.officer("Thu"), world.volunteer("Lan")
    (method, path), own = way.split(" "), f"/teams/{lan.team}"

    def deleted_first(*args, **kwargs):
        monkeypatch.undo()
        thu.call("DELETE", own, expect=204)
        return write(*args, **kwargs)

    monkeypatch.setattr(routes, "write", deleted_first)
    path = own + path.format(lan=lan.id).rstrip("/")
    khoa.call(method, path, json=TOO_LATE[way], headers=V1, expect=404)
    assert names(khoa) == ["Lan"]


def test_a_team_says_whether_it_can_be_deleted_and_who_would_have_none(world):
    khoa, lan = world.officer(), world.volunteer("Lan")
    mai = world.person("Mai", team=lan.team)
    world.join(mai, world.team("Ấp 2"))

    def said(team):
        shown = khoa.get(f"/teams/{team}").json
        return shown["has_sessions"], shown["only_here"]

    assert said(lan.team) == (False, 1)
    made = lan.record(world.body(lan.team))
    assert said(lan.team) == (True, 1)
    # What was withdrawn stays in the history, and holds the team.
    lan.withdraw(made)
    assert said(lan.team) == (True, 1)
    khoa.call("DELETE", f"/teams/{lan.team}", expect=409)


def says(person, waiting):
    """A phone tells which of its sessions it still holds."""
    batch = {"user_id": person.id, "device_id": str(uuid.uuid4()), "device_time": NOON.isoformat()}
    person.post("/sync", batch | {"items": [], "waiting": waiting})


def test_a_team_is_not_deleted_unasked_while_phones_of_its_people_hold_sessions(world):
    khoa, lan = world.officer(), world.volunteer("Lan")
    other = world.volunteer("Mai", "Ấp 2")
    own = f"/teams/{lan.team}"
    says(other, [1])
    assert khoa.get(own).json["unsent"] == 0
    says(lan, [1, 2])
    says(lan, [1])
    assert khoa.get(own).json["unsent"] == 3
    refused = khoa.call("DELETE", own, expect=409).json
    assert refused["code"] == "team_has_unsent" and " 3 buổi" in refused["detail"]
    # Who has left may still send what they recorded before.
    khoa.call("DELETE", f"{own}/members/{lan.id}", expect=204)
    assert khoa.get(own).json["unsent"] == 3
    khoa.call("DELETE", f"{own}?despite_unsent=false", expect=409)
    khoa.call("DELETE", f"{own}?despite_unsent=true", expect=204)


def test_a_roster_says_whose_page_opens(world):
    khoa, lan = world.officer(), world.volunteer("Lan")
    mai = world.person("Mai", team=lan.team)
    for one in (lan, mai):
        khoa.call("DELETE", f"/teams/{lan.team}/members/{one.id}", expect=204)
    world.join(lan, world.team("Ấp 4"))
    items = khoa.get(f"/teams/{lan.team}/members").json["items"]
    assert {m["name"]: m["is_in_reach"] for m in items} == {"Lan": False, "Mai": True}
    for m in items:
        khoa.get(f"/users/{m['user_id']}", expect=200 if m["is_in_reach"] else 404)


@pytest.mark.parametrize(
    "name", ["=1+1", "+84 Lan", "-Lan", "@Lan", "|Lan", "  =Lan", "'=1+1", "#N/A"]
)
def test_no_form_takes_a_formula_for_a_name(world, name):
    khoa, hanh, lan = world.officer(), world.province(), world.volunteer("Lan")
    new = {"name": name, "phone": PHONE}
    area = [world.units["cụm Bắc"]]
    team = {"kind": "hamlet", "home_id": world.units["Ấp 2"], "founded_on": "2026-01-02"}
    tried = [
        (khoa, "POST", f"/teams/{lan.team}/members", new),
        (khoa, "POST", f"/teams/{lan.team}/leader", new),
        (khoa, "POST", "/teams", team | {"name": name}),
        (khoa, "PATCH", f"/teams/{lan.team}", {"name": name}),
        (khoa, "PATCH", f"/users/{lan.id}", {"name": name}),
        (khoa, "POST", "/invitations", {"team_id": lan.team, "kind": "personal", "name": name}),
        (hanh, "POST", "/users", new | {"role": "officer", "area_ids": area}),
        (hanh, "POST", f"/users/{khoa.id}/handover", new | {"from": "2026-11-21"}),
    ]
    for by, method, path, body in tried:
        refused = by.call(method, path, json=body, headers=V1, expect=422).json["errors"][0]
        assert (refused["pointer"], refused["code"]) == ("/name", "not_a_name")
        assert name.strip() in refused["detail"]
