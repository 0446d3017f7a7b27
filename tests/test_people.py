"""People as those see them who answer for them: where they are signed in, what they were, and who
may end it."""

import threading
import uuid

import pytest

from tests.test_sync import push

REQUEST = "018f3c1e-0000-4000-8000-000000000001"
V1 = {"If-Match": '"v1"'}
SECRETS = {"volunteer": "482915", "officer": "mot-cau-rat-dai"}


def signs_in(world, person, secret):
    """On another device; a client that is signed in there."""
    body = {"phone": person.phone, "secret": secret}
    answer = world.app.test_client().post("/api/v1/auth/token", json=body)
    assert answer.status_code == 200, answer.json
    return {"Authorization": f"Bearer {answer.json['access_token']}"}


def is_in(world, headers):
    return world.app.test_client().get("/api/v1/auth/me", headers=headers).status_code == 200


@pytest.fixture
def lan(world):
    team = world.team("Ấp 1")
    lan = world.person("Lan", team=team, member="leader", secret=SECRETS["volunteer"])
    lan.team = team
    return lan


# --- Devices --------------------------------------------------------------------------------------


def test_everywhere_ends_everywhere_at_once(world, lan):
    khoa = world.officer()
    elsewhere = signs_in(world, lan, SECRETS["volunteer"])
    khoa.call("DELETE", f"/users/{lan.id}/devices", expect=204)
    assert not is_in(world, elsewhere)
    lan.get("/auth/me", expect=401)
    devices = khoa.get(f"/users/{lan.id}/devices").json["items"]
    assert len(devices) == 2
    assert all(device["revoked_at"] for device in devices)
    assert khoa.get("/audit").json["items"][0]["action"] == "device.all_ended"
    # The PIN was not taken: whoever knows it comes in again.
    signs_in(world, lan, SECRETS["volunteer"])


def test_one_ends_one_s_own_everywhere_too(world, lan):
    elsewhere = signs_in(world, lan, SECRETS["volunteer"])
    here = [d for d in lan.get(f"/users/{lan.id}/devices").json["items"] if d["is_this"]]
    assert len(here) == 1
    lan.call("DELETE", f"/users/{lan.id}/devices/{here[0]['id']}", expect=204)
    assert is_in(world, elsewhere)
    again = world.app.test_client()
    answer = again.delete(f"/api/v1/users/{lan.id}/devices", headers=elsewhere)
    assert answer.status_code == 204
    assert not is_in(world, elsewhere)


def test_nobody_sees_or_ends_the_devices_of_others_outside_their_area(world, lan):
    strangers = [
        world.officer("Tư", "cụm Nam"),
        world.volunteer("Hoa", "Ấp 1"),
        world.person("Mai", team=lan.team),
        world.person("Bình", "province_staff", areas=["cụm Nam"]),
    ]
    hanh = world.province()
    for somebody in strangers:
        for target in (lan, hanh):
            somebody.get(f"/users/{target.id}/devices", expect=404)
            somebody.call("DELETE", f"/users/{target.id}/devices", expect=404)
            path = f"/users/{target.id}/devices/{uuid.uuid4()}"
            somebody.call("DELETE", path, expect=404)
    lan.get("/auth/me")
    hanh.get("/auth/me")


def test_a_device_of_somebody_else_is_not_ended_by_its_number(world, lan):
    khoa, tu = world.officer("Khoa"), world.officer("Tư", "cụm Nam")
    theirs = tu.get(f"/users/{tu.id}/devices").json["items"][0]["id"]
    khoa.call("DELETE", f"/users/{lan.id}/devices/{theirs}", expect=204)
    tu.get("/auth/me")


@pytest.mark.parametrize("how", ["disabling", "a new code", "everywhere"])
def test_the_next_request_of_who_was_let_go_is_refused(world, lan, how):
    khoa, hanh = world.officer(), world.province()
    for by, target in ((khoa, lan), (hanh, khoa)):
        target.get("/auth/me")
        if how == "disabling":
            by.call(
                "PATCH",
                f"/users/{target.id}",
                json={"disabled": True, "reason": "Nghỉ việc"},
                headers=V1,
            )
        elif how == "a new code":
            by.post(f"/users/{target.id}/recovery-code", expect=201)
        else:
            by.call("DELETE", f"/users/{target.id}/devices", expect=204)
        assert target.get("/auth/me", expect=401).json["code"] == "token_revoked"
    devices = hanh.get(f"/users/{khoa.id}/devices").json["items"]
    assert all(device["revoked_at"] for device in devices)


def test_what_a_phone_has_not_sent_is_seen_before_it_is_locked_out(world):
    lan, khoa = world.volunteer(), world.officer()
    push(lan, waiting=[1, 2, 3])
    phones = khoa.get(f"/sync/phones?user={lan.id}").json["items"]
    assert [phone["waiting"] for phone in phones] == [3]
    world.officer("Tư", "cụm Nam").get(f"/sync/phones?user={lan.id}", expect=422)


# --- What is known of a person --------------------------------------------------------------------


def test_a_person_s_page_tells_what_they_were_and_are(world):
    lan, khoa, hanh = world.volunteer("Lan"), world.officer(), world.province()
    shown = khoa.get(f"/users/{lan.id}").json
    assert shown["is_manageable"]
    assert [(m["team"]["name"], m["role"]) for m in shown["memberships"]] == [("Tổ Ấp 1", "leader")]
    assert not khoa.get(f"/users/{khoa.id}").json["is_manageable"]
    assert hanh.get(f"/users/{khoa.id}").json["is_manageable"]
    khoa.get(f"/users/{hanh.id}", expect=404)


def test_a_code_waits_until_it_is_used(world, lan):
    khoa = world.officer()
    assert khoa.get(f"/users/{lan.id}").json["code_expires_at"] is None
    code = khoa.post(f"/users/{lan.id}/recovery-code", expect=201).json
    shown = khoa.get(f"/users/{lan.id}").json
    assert shown["code_expires_at"] == code["expires_at"]
    assert code["code"] not in str(shown)


def test_a_colleague_of_the_same_rank_is_not_managed(world):
    khoa, thu = world.officer("Khoa"), world.officer("Thu")
    khoa.get(f"/users/{thu.id}", expect=404)
    for body in ({"disabled": True, "reason": "Nghỉ việc"}, {"area_ids": []}, {"name": "Tên khác"}):
        khoa.call("PATCH", f"/users/{thu.id}", json=body, headers=V1, expect=404)
        khoa.call("PATCH", f"/users/{khoa.id}", json=body, headers=V1, expect=404)
    for role in ("officer", "province_staff", "system_administrator"):
        new = {"name": "Tư", "phone": "0912345678", "role": role, "area_ids": []}
        khoa.post("/users", new, expect=422)
    # A role is not a thing that can be changed.
    hanh = world.province()
    hanh.call("PATCH", f"/users/{khoa.id}", json={"role": "province_staff"}, headers=V1, expect=422)


def test_of_two_administrators_who_disable_each_other_one_stays(world):
    bao = world.person("Bảo", "system_administrator")
    chin = world.person("Chín", "system_administrator")
    answers = []

    def disable(by, other):
        answer = by.app.test_client().patch(
            f"/api/v1/users/{other.id}",
            json={"disabled": True, "reason": "Nghỉ việc"},
            headers={"Authorization": f"Bearer {by.token}"} | V1,
        )
        answers.append(answer.status_code)

    pair = [threading.Thread(target=disable, args=two) for two in ((bao, chin), (chin, bao))]
    for thread in pair:
        thread.start()
    for thread in pair:
        thread.join()
    assert answers.count(200) == 1
    headers = [{"Authorization": f"Bearer {one.token}"} for one in (bao, chin)]
    assert sum(is_in(world, one) for one in headers) == 1


def test_nobody_is_made_whom_nobody_could_find(world):
    khoa, hanh = world.officer("Khoa"), world.province()
    new = {"name": "Thu", "phone": "0912345678", "role": "officer", "area_ids": []}
    answer = hanh.post("/users", new, expect=422).json
    assert answer["errors"][0]["pointer"] == "/area_ids"
    north = [world.units["cụm Bắc"]]
    khoa.post("/users", new | {"role": "volunteer", "area_ids": north}, expect=422)
    made = hanh.post("/users", new | {"area_ids": north}, expect=201).json
    assert hanh.get(f"/users/{made['id']}").json["name"] == "Thu"


def test_times_in_a_team_and_its_end_are_days_that_can_be(world):
    khoa, team = world.officer("Khoa"), world.team("Ấp 1")
    new = {"name": "Sáu", "phone": "0912345678"}
    for joined, code in (("2001-01-01", "before_founding"), ("2099-01-01", "too_far_ahead")):
        body = new | {"joined_on": joined}
        answer = khoa.post(f"/teams/{team}/members", body, expect=422).json
        assert answer["errors"][0]["code"] == code
    far = {"dissolved_on": "2199-01-01"}
    headers = {"If-Match": '"v1"'}
    khoa.call("PATCH", f"/teams/{team}", json=far, headers=headers, expect=422)


def test_what_is_saved_as_it_was_is_no_change_and_is_not_logged(world):
    khoa, hanh, lan = world.officer("Khoa"), world.province(), world.volunteer("Lan")
    areas = [world.units["cụm Bắc"]]
    time = khoa.get(f"/teams/{lan.team}/members").json["items"][0]
    things = {
        f"/teams/{lan.team}": ("name", "founded_on", "is_pilot", "dissolved_on"),
        f"/users/{lan.id}": ("name", "phone"),
    }
    for path, names in things.items():
        there = khoa.get(path).json
        same = {name: there[name] for name in names}
        assert khoa.call("PATCH", path, json=same, headers=V1).json["version"] == 1
    same = {name: time[name] for name in ("role", "joined_on", "left_on")}
    khoa.call("PATCH", f"/teams/{lan.team}/members/{lan.id}/2022-07-15", json=same, headers=V1)
    same = {"name": "Khoa", "area_ids": areas, "disabled": False}
    assert hanh.call("PATCH", f"/users/{khoa.id}", json=same, headers=V1).json["version"] == 1
    assert khoa.get("/audit").json["items"] == []
    # Of several things that are said only the one that differs is told.
    there = khoa.get(f"/teams/{lan.team}").json
    body = {"name": there["name"], "founded_on": there["founded_on"], "is_pilot": True}
    khoa.call("PATCH", f"/teams/{lan.team}", json=body, headers=V1)
    (entry,) = khoa.get("/audit").json["items"]
    assert (entry["action"], entry["details"]) == ("team.changed", {"fields": ["is_pilot"]})


# --- A team that was added by mistake -------------------------------------------------------------


def test_a_team_that_nothing_hangs_on_is_deleted_and_the_log_says_so(world):
    khoa = world.officer()
    new = {"kind": "hamlet", "name": "Tổ thêm nhầm", "home_id": world.units["Ấp 1"]}
    made = khoa.post("/teams", new | {"founded_on": "2026-01-02"}, expect=201).json
    world.officer("Tư", "cụm Nam").call("DELETE", f"/teams/{made['id']}", expect=404)
    khoa.call("DELETE", f"/teams/{made['id']}", expect=204)
    khoa.get(f"/teams/{made['id']}", expect=404)
    khoa.call("DELETE", f"/teams/{made['id']}", expect=404)
    (entry, _) = khoa.get(f"/audit?object=team:{made['id']}").json["items"]
    assert (entry["action"], entry["details"]["name"]) == ("team.deleted", "Tổ thêm nhầm")


def test_a_team_that_never_worked_goes_with_its_roster_and_its_people_stay(world):
    khoa, lan = world.officer(), world.volunteer("Lan")
    made = khoa.post("/invitations", {"team_id": lan.team, "kind": "team"}, expect=201).json
    asked = {"name": "Hoa", "phone": "0912345678", "secret": "270694", "request_id": REQUEST}
    world.app.test_client().post(f"/api/v1/invitations/{made['token']}/accept", json=asked)
    khoa.call("DELETE", f"/teams/{lan.team}", expect=204)
    khoa.get(f"/invitations/{made['token']}", expect=404)
    assert lan.get("/auth/me").json["teams"] == []
    assert khoa.get("/join-requests").json["items"] == []
    entry, *earlier = khoa.get(f"/audit?object=team:{lan.team}").json["items"]
    assert (entry["action"], entry["people"]) == ("team.deleted", [{"id": lan.id, "name": "Lan"}])
    assert {(e["subject"], e["is_gone"]) for e in (entry, *earlier)} == {("Tổ Ấp 1", True)}
    # Who is of no team now is found again by their phone.
    other = world.team("Ấp 2")
    again = {"name": "Lan", "phone": lan.phone, "role": "leader"}
    assert khoa.post(f"/teams/{other}/members", again, expect=201).json["user_id"] == lan.id


def test_a_team_that_worked_alone_or_with_others_stays_as_it_is(world):
    khoa, lan = world.officer(), world.volunteer("Lan")
    helped = world.team("Ấp 3")
    mai = world.person("Mai", team=helped)
    lan.record(world.body(lan.team, co_team_ids=[helped]))
    for team, member in ((lan.team, lan), (helped, mai)):
        refused = khoa.call("DELETE", f"/teams/{team}", expect=409).json
        assert refused["code"] == "team_in_use"
        assert khoa.get(f"/teams/{team}/members").json["items"][0]["user_id"] == member.id


def test_a_code_that_was_issued_ends_with_a_lock(world):
    khoa, lan = world.officer(), world.volunteer()
    code = khoa.post(f"/users/{lan.id}/recovery-code", expect=201).json["code"]
    for version, disabled in enumerate((True, False), 1):
        khoa.call(
            "PATCH", f"/users/{lan.id}", json={"disabled": disabled, "reason": "Mất điện thoại"},
            headers={"If-Match": f'"v{version}"'},
        )  # fmt: skip
    body = {"phone": lan.phone, "secret": code}
    refused = world.app.test_client().post("/api/v1/auth/token", json=body)
    assert refused.status_code == 401
    assert khoa.get(f"/users/{lan.id}").json["code_expires_at"] is None


def test_who_is_locked_is_so_for_a_reason_that_the_log_keeps(world):
    lan, khoa = world.volunteer("Lan"), world.officer()
    refused = khoa.call(
        "PATCH", f"/users/{lan.id}", json={"disabled": True}, headers=V1, expect=422
    )
    assert refused.json["errors"][0]["pointer"] == "/reason"
    body = {"disabled": True, "reason": "Chuyển công tác"}
    khoa.call("PATCH", f"/users/{lan.id}", json=body, headers=V1)
    entry = khoa.get("/audit").json["items"][0]
    assert (entry["action"], entry["details"]) == ("user.disabled", {"comment": "Chuyển công tác"})
    (member,) = khoa.get(f"/teams/{lan.team}/members").json["items"]
    assert (member["role"], member["is_disabled"]) == ("leader", True)


def test_two_teams_of_one_place_have_names_of_their_own(world):
    khoa = world.officer()
    first = world.team("Ấp 1", name="Tổ Ấp 1")
    new = {"kind": "hamlet", "name": "TỔ ẤP 1", "home_id": world.units["Ấp 1"]}
    new |= {"founded_on": "2026-01-02"}
    refused = khoa.post("/teams", new, expect=422).json["errors"][0]
    assert (refused["pointer"], refused["code"]) == ("/name", "team_name_taken")
    second = khoa.post("/teams", new | {"name": "Tổ Ấp 1 (2)"}, expect=201).json
    path = f"/teams/{second['id']}"
    khoa.call("PATCH", path, json={"name": "tổ ấp 1"}, headers=V1, expect=422)
    khoa.call("PATCH", path, json={"name": "tổ ấp 1 (2)"}, headers=V1)
    # One that is no more keeps no name from those that follow it.
    khoa.call("PATCH", f"/teams/{first}", json={"dissolved_on": "2026-11-21"}, headers=V1)
    khoa.post("/teams", new, expect=201)
