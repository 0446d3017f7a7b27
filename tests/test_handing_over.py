"""When an officer or a leader changes: one step, from a day on, and nothing that waits is lost."""

from datetime import UTC, date, datetime

from sqlalchemy import update

from server.extensions import db, write
from server.teams.models import TeamMember

V1 = {"If-Match": '"v1"'}


def hand_over(by, giver, headers=V1, *, expect=200, **body):
    body = {"from": "2026-11-21"} | body
    return by.post(f"/users/{giver.id}/handover", body, headers=headers, expect=expect).json


def first_error(answer):
    return answer["errors"][0]["code"]


def at(day, person, path):
    """What somebody is answered on another day."""
    return person.get(path, at=datetime(2026, *day, 5, tzinfo=UTC)).json


# --- Officers -------------------------------------------------------------------------------------


def test_a_successor_gets_the_areas_and_what_waits_goes_on(world):
    lan, khoa, hanh = world.volunteer(), world.officer("Khoa"), world.province()
    waiting = lan.record(world.body(lan.team))
    assert lan.get("/auth/me").json["contact"]["name"] == "Khoa"
    left = hand_over(hanh, khoa, name="Thu", phone="0912 345 678")
    assert left["areas"] == []
    thu = hanh.get("/users?phone=0912345678").json["items"][0]
    assert [area["name"] for area in thu["areas"]] == ["cụm Bắc"]
    assert lan.get("/auth/me").json["contact"]["name"] == "Thu"
    assert khoa.get("/sessions").json["items"] == []
    khoa.review(waiting, "approve", expect=404)
    past = hanh.get(f"/users/{khoa.id}").json["past_areas"]
    assert [(area["name"], area["valid_to"]) for area in past] == [("cụm Bắc", "2026-11-21")]


def test_who_has_it_now_keeps_it_until_the_day(world):
    lan, khoa, hanh = world.volunteer(), world.officer("Khoa"), world.province()
    thu = world.person("Thu", "officer", areas=["xã Cúc"])
    hand_over(hanh, khoa, user_id=thu.id, **{"from": "2026-12-01"})
    assert lan.get("/auth/me").json["contact"]["name"] == "Khoa"
    assert at((11, 30), lan, "/auth/me")["contact"]["name"] == "Khoa"
    assert at((12, 1), lan, "/auth/me")["contact"]["name"] == "Thu"
    assert at((12, 1), khoa, "/auth/me")["areas"] == []
    # The successor can be helped to sign in before.
    hanh.post(f"/users/{thu.id}/recovery-code", expect=201)


def test_who_comes_back_after_a_leave_is_seen_and_ended_whole(world):
    khoa, thu, hanh = world.officer("Khoa"), world.officer("Thu", "xã Cúc"), world.province()
    north = [world.units["cụm Bắc"]]
    hand_over(hanh, khoa, user_id=thu.id, area_ids=north, **{"from": "2026-12-01"})
    v2 = {"If-Match": '"v2"'}
    hand_over(hanh, thu, v2, user_id=khoa.id, area_ids=north, **{"from": "2026-12-20"})
    times = hanh.get(f"/users/{khoa.id}").json["areas"]
    assert {time["valid_from"] for time in times} == {"2022-01-01", "2026-12-20"}
    assert at((12, 10), khoa, "/auth/me")["areas"] == []
    assert len(at((12, 21), khoa, "/auth/me")["areas"]) == 1
    headers = {"If-Match": f'"v{hanh.get(f"/users/{khoa.id}").json["version"]}"'}
    hanh.call("PATCH", f"/users/{khoa.id}", json={"area_ids": []}, headers=headers)
    assert khoa.get("/auth/me").json["areas"] == []
    assert at((12, 21), khoa, "/auth/me")["areas"] == []


def test_some_of_the_areas_go_and_the_others_stay(world):
    khoa = world.person("Khoa", "officer", areas=["cụm Bắc", "cụm Nam"])
    thu, hanh = world.officer("Thu", "xã Cúc"), world.province()
    left = hand_over(hanh, khoa, user_id=thu.id, area_ids=[world.units["cụm Nam"]])
    assert [area["name"] for area in left["areas"]] == ["cụm Bắc"]


def test_who_has_handed_all_over_can_still_be_signed_out(world):
    khoa, thu, hanh = world.officer("Khoa"), world.officer("Thu", "xã Cúc"), world.province()
    hand_over(hanh, khoa, user_id=thu.id)
    hanh.call(
        "PATCH",
        f"/users/{khoa.id}",
        json={"disabled": True, "reason": "Nghỉ việc"},
        headers={"If-Match": '"v2"'},
    )
    khoa.get("/auth/me", expect=401)


def test_who_has_handed_all_over_is_told_whom_to_ask_for_an_area(world):
    khoa, hanh = world.officer("Khoa"), world.province()
    world.person("Bảy", "province_staff", areas=["cụm Nam"])
    north = world.person("Bình", "province_staff", areas=["cụm Bắc"])
    assert khoa.get("/auth/me").json["contact"] is None
    hand_over(hanh, khoa, name="Thu", phone="0912345678")
    assert khoa.get("/auth/me").json["areas"] == []
    # Of those above, whoever is nearest; never a colleague, nor who looks after the south.
    assert khoa.get("/auth/me").json["contact"] == {"name": "Bình", "phone": north.phone}
    headers = {"If-Match": f'"v{hanh.get(f"/users/{khoa.id}").json["version"]}"'}
    hanh.call(
        "PATCH", f"/users/{khoa.id}", json={"area_ids": [world.units["cụm Nam"]]}, headers=headers
    )
    assert khoa.get("/auth/me").json["contact"] is None


def test_what_was_handed_over_by_mistake_comes_back_the_same_day(world):
    khoa, thu, hanh = world.officer("Khoa"), world.officer("Thu", "xã Cúc"), world.province()
    area = [world.units["cụm Bắc"]]
    hand_over(hanh, khoa, user_id=thu.id)
    back = {"user_id": khoa.id, "area_ids": area, "headers": {"If-Match": '"v2"'}}
    left = hand_over(hanh, thu, **back)
    assert [a["name"] for a in left["areas"]] == ["xã Cúc"]
    # Who had it for no day at all is still there to be looked after.
    new = {"name": "Tám", "phone": "0912345678", "role": "officer", "area_ids": area}
    tam = hanh.post("/users", new, expect=201).json
    path = f"/users/{tam['id']}/handover"
    body = {"user_id": khoa.id, "from": "2026-11-21"}
    hanh.post(path, body, headers=V1)
    shown = hanh.get(f"/users/{tam['id']}").json
    assert (shown["areas"], shown["past_areas"]) == ([], [])
    change = {"json": {"area_ids": area}, "headers": {"If-Match": '"v2"'}}
    assert len(hanh.call("PATCH", f"/users/{tam['id']}", **change).json["areas"]) == 1


def test_nobody_hands_over_what_is_not_theirs_to_give(world):
    khoa, tu = world.officer("Khoa"), world.officer("Tư", "cụm Nam")
    hanh, thu = world.province(), world.officer("Thu", "xã An Bình")
    south = [world.units["cụm Nam"]]
    # Neither one's own area, nor a colleague's, nor from outside; and a volunteer none at all.
    hand_over(khoa, khoa, user_id=thu.id, expect=404)
    hand_over(khoa, tu, user_id=khoa.id, expect=404)
    hand_over(khoa, thu, user_id=khoa.id, expect=404)
    hand_over(world.volunteer(), khoa, user_id=thu.id, expect=403)
    # Whoever looks after the north only, though of higher rank.
    north = world.person("Bình", "province_staff", areas=["cụm Bắc"])
    hand_over(north, tu, user_id=khoa.id, expect=404)
    both = world.person("Sáu", "officer", areas=["cụm Bắc", "cụm Nam"])
    assert first_error(hand_over(north, both, user_id=khoa.id, expect=422)) == "outside_your_area"
    refused = hand_over(north, both, user_id=khoa.id, area_ids=south, expect=422)
    assert first_error(refused) == "outside_your_area"
    # Areas that the giver has not.
    refused = hand_over(hanh, khoa, user_id=tu.id, area_ids=south, expect=422)
    assert first_error(refused) == "not_their_area"
    assert [a["name"] for a in hanh.get(f"/users/{tu.id}").json["areas"]] == ["cụm Nam"]


def test_an_area_is_handed_to_an_officer_not_to_anybody(world):
    khoa, hanh, lan = world.officer("Khoa"), world.province(), world.volunteer()
    for somebody in (lan, khoa, hanh):
        refused = hand_over(hanh, khoa, user_id=somebody.id, expect=422)
        assert first_error(refused) == "no_such_person"
    refused = hand_over(hanh, khoa, name="Thu", phone=lan.phone, expect=422)
    assert first_error(refused) == "phone_taken"
    hand_over(hanh, khoa, name="Thu", phone="0912345678", headers={}, expect=428)
    hand_over(hanh, khoa, name="Thu", phone="0912345678", headers={"If-Match": '"v9"'}, expect=412)


def test_a_day_must_make_sense(world):
    khoa, thu, hanh = world.officer("Khoa"), world.officer("Thu", "xã Cúc"), world.province()
    for day, code in (("2027-06-01", "too_far_ahead"), ("2021-12-31", "before_begun")):
        refused = hand_over(hanh, khoa, user_id=thu.id, expect=422, **{"from": day})
        assert first_error(refused) == code


def test_areas_outside_one_s_own_are_neither_given_nor_taken(world):
    both = world.person("Sáu", "officer", areas=["cụm Bắc", "cụm Nam"])
    north = world.person("Bình", "province_staff", areas=["cụm Bắc"])
    change = {"json": {"area_ids": [world.units["cụm Bắc"]]}, "headers": V1}
    north.call("PATCH", f"/users/{both.id}", expect=422, **change)
    change["json"] = {"area_ids": [world.units["cụm Nam"], world.units["xã An Bình"]]}
    kept = north.call("PATCH", f"/users/{both.id}", **change).json["areas"]
    assert {area["name"] for area in kept} == {"cụm Nam", "xã An Bình"}


# --- Leaders --------------------------------------------------------------------------------------


def members(person, team):
    items = person.get(f"/teams/{team}/members").json["items"]
    return {(m["name"], m["role"], m["joined_on"], m["left_on"]) for m in items}


def test_a_new_leader_takes_over_and_the_old_one_goes_on_as_a_member(world):
    lan, khoa = world.volunteer("Lan"), world.officer()
    mai = world.person("Mai", team=lan.team)
    khoa.post(f"/teams/{lan.team}/leader", {"user_id": mai.id, "from": "2026-11-20"}, expect=201)
    assert members(khoa, lan.team) == {
        ("Lan", "leader", "2022-07-15", "2026-11-20"),
        ("Lan", "member", "2026-11-20", None),
        ("Mai", "member", "2022-07-15", "2026-11-20"),
        ("Mai", "leader", "2026-11-20", None),
    }
    # What only who leads may do goes along.
    invitation = {"team_id": lan.team, "kind": "personal", "name": "Tám"}
    mai.post("/invitations", invitation, expect=201)
    lan.post("/invitations", invitation, expect=404)
    assert mai.get("/auth/me").json["teams"][0]["role"] == "leader"


def test_the_old_leader_may_leave_and_the_new_one_be_new(world):
    lan, khoa = world.volunteer("Lan"), world.officer()
    new = {"name": "Tám", "phone": "0912345678", "former": "leaves", "from": "2026-12-01"}
    khoa.post(f"/teams/{lan.team}/leader", new, expect=201)
    assert members(khoa, lan.team) == {
        ("Lan", "leader", "2022-07-15", "2026-12-01"),
        ("Tám", "leader", "2026-12-01", None),
    }
    lan.record(world.body(lan.team))


def test_a_lead_handed_over_on_the_day_it_was_given_leaves_no_empty_time(world):
    lan, khoa = world.volunteer("Lan"), world.officer()
    mai, hoa = (world.person(name, team=lan.team) for name in ("Mai", "Hoa"))
    khoa.post(f"/teams/{lan.team}/leader", {"user_id": mai.id}, expect=201)
    khoa.post(f"/teams/{lan.team}/leader", {"user_id": hoa.id}, expect=201)
    khoa.post(f"/teams/{lan.team}/leader", {"user_id": hoa.id}, expect=409)
    now = {name: role for name, role, _, left in members(khoa, lan.team) if left is None}
    assert now == {"Lan": "member", "Mai": "member", "Hoa": "leader"}


def test_nobody_makes_a_leader_where_they_may_not(world):
    lan, hoa = world.volunteer("Lan"), world.volunteer("Hoa", "Ấp 4")
    khoa = world.officer()
    khoa.post(f"/teams/{hoa.team}/leader", {"user_id": hoa.id}, expect=404)
    khoa.post(f"/teams/{lan.team}/leader", {"user_id": hoa.id}, expect=422)
    lan.post(f"/teams/{lan.team}/leader", {"user_id": lan.id}, expect=403)
    early = {"name": "Tám", "phone": "0912345678", "from": "2020-01-01"}
    refused = khoa.post(f"/teams/{lan.team}/leader", early, expect=422).json
    assert first_error(refused) == "before_founding"


# --- Times in a team ------------------------------------------------------------------------------


def correct(person, team, user, began="2022-07-15", expect=200, version=1, **changes):
    path = f"/teams/{team}/members/{user}/{began}"
    headers = {"If-Match": f'"v{version}"'}
    return person.call("PATCH", path, json=changes, headers=headers, expect=expect).json


def test_a_time_in_a_team_is_set_right(world):
    lan, khoa = world.volunteer("Lan"), world.officer()
    right = {"organisation": "Đoàn Thanh niên", "joined_on": "2023-01-01", "role": "deputy"}
    changed = correct(khoa, lan.team, lan.id, **right)
    assert {name: changed[name] for name in right} == right
    correct(khoa, lan.team, lan.id, "2023-01-01", role="member", expect=412)
    correct(khoa, lan.team, lan.id, "2022-07-15", role="member", expect=404)
    correct(khoa, lan.team, lan.id, "no-such-day", role="member", expect=404)
    early = correct(khoa, lan.team, lan.id, "2023-01-01", 422, 2, joined_on="2022-01-01")
    assert first_error(early) == "before_founding"
    wrong = correct(khoa, lan.team, lan.id, "2023-01-01", 422, 2, left_on="2022-12-31")
    assert first_error(wrong) == "wrong_order"
    world.officer("Tư", "cụm Nam").call(
        "PATCH", f"/teams/{lan.team}/members/{lan.id}/2023-01-01", json={}, headers=V1, expect=404
    )


def test_who_left_comes_back_and_both_times_are_seen(world):
    lan, khoa = world.volunteer("Lan"), world.officer()
    correct(khoa, lan.team, lan.id, left_on="2025-01-01")
    assert lan.get("/auth/me").json["teams"] == []
    back = {"user_id": lan.id, "joined_on": "2026-11-01"}
    khoa.post(f"/teams/{lan.team}/members", back, expect=201)
    assert members(khoa, lan.team) == {
        ("Lan", "leader", "2022-07-15", "2025-01-01"),
        ("Lan", "member", "2026-11-01", None),
    }
    overlapping = correct(khoa, lan.team, lan.id, "2022-07-15", 422, 2, left_on=None)
    assert first_error(overlapping) == "overlaps"
    told = khoa.get(f"/users/{lan.id}").json["memberships"]
    assert [time["joined_on"] for time in told] == ["2026-11-01", "2022-07-15"]


def test_who_comes_back_is_who_they_were_whatever_their_office_was_called_then(world):
    """From before names were asked what they are: nothing of it is typed again."""
    lan, khoa = world.volunteer("Lan"), world.officer()
    facts = {"is_female": True, "is_union_member": False}
    correct(khoa, lan.team, lan.id, left_on="2025-01-01", **facts)
    with world.app.app_context():
        write(lambda: db.session.execute(update(TeamMember).values(organisation="- Chi đoàn")))
    back = khoa.post(f"/teams/{lan.team}/members", {"user_id": lan.id}, expect=201).json
    assert back | facts | {"organisation": "- Chi đoàn"} == back
    # As its leader too.
    leave = {"left_on": "2026-01-01"}
    mai = world.person("Mai", team=lan.team)
    correct(khoa, lan.team, mai.id, **leave, is_female=True)
    led = khoa.post(
        f"/teams/{lan.team}/leader", {"user_id": mai.id, "former": "member"}, expect=201
    )
    assert led.json["is_female"] is True
    # Into another team they come as anybody does.
    other = {"user_id": lan.id, "is_female": None}
    there = khoa.post(f"/teams/{world.team('Ấp 2')}/members", other, expect=201).json
    assert (there["organisation"], there["is_female"]) == (None, None)


def test_sex_and_youth_union_are_shown_to_who_may_set_them_right_and_to_nobody_else(world):
    lan, khoa = world.volunteer("Lan"), world.officer()
    correct(khoa, lan.team, lan.id, is_female=True)
    (shown,) = khoa.get(f"/teams/{lan.team}/members").json["items"]
    assert (shown["is_female"], shown["is_union_member"]) == (True, None)
    (own,) = lan.get(f"/teams/{lan.team}/members").json["items"]
    assert not own.keys() & {"is_female", "is_union_member"}
    unknown = correct(khoa, lan.team, lan.id, version=2, is_female=None)
    assert unknown["is_female"] is None


def test_who_is_in_another_s_team_now_is_not_taken_back_by_the_former_area(world):
    lan, khoa = world.volunteer("Lan"), world.officer()
    correct(khoa, lan.team, lan.id, left_on="2025-01-01")
    world.join(lan, world.team("Ấp 4"), date(2025, 1, 2))
    khoa.get(f"/users/{lan.id}", expect=404)
    khoa.get(f"/users/{lan.id}/devices", expect=404)
    khoa.post(f"/users/{lan.id}/recovery-code", expect=404)
    other = world.team("Ấp 2")
    khoa.post(f"/teams/{other}/members", {"user_id": lan.id}, expect=403)
    # Neither into the team that they were in before: they may be invited back.
    khoa.post(f"/teams/{lan.team}/members", {"user_id": lan.id}, expect=403)


def test_who_was_added_by_mistake_and_taken_off_again_can_be_added(world):
    lan, khoa = world.volunteer("Lan"), world.officer()
    new = {"name": "Tám", "phone": "0912345678"}
    tam = khoa.post(f"/teams/{lan.team}/members", new, expect=201).json["user_id"]
    khoa.call("DELETE", f"/teams/{lan.team}/members/{tam}", expect=204)
    again = khoa.post(f"/teams/{lan.team}/members", new, expect=201).json
    assert again["user_id"] == tam
    refused = khoa.post(f"/teams/{world.team('Ấp 2')}/members", new, expect=422).json
    assert first_error(refused) == "phone_taken"
