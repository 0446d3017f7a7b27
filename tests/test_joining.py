"""People find their way into a team by an invitation: once each, by the one who may, and nobody
else's account with it."""

import threading
import uuid
from datetime import timedelta

import pytest

from server import clock, cursors
from tests.world import NOON, Person

PIN = "270694"


@pytest.fixture
def visit(world):
    """Somebody at a browser who is not signed in: `visit("POST", path, json)`."""
    client = world.app.test_client()

    def call(method, path, json=None, expect=200, at=NOON):
        with clock.set_to(at):
            answer = client.open(f"/api/v1{path}", method=method, json=json)
        assert answer.status_code == expect, answer.get_data(as_text=True)
        return answer.json

    call.client = client
    return call


def invited(person, team, kind="personal", expect=201, **more):
    return person.post("/invitations", {"team_id": team, "kind": kind, **more}, expect=expect).json


def accept(visit, invitation, phone="0912 345 678", secret=PIN, name="Hoa", expect=200, **more):
    body = {"request_id": str(uuid.uuid4()), "name": name, "phone": phone, "secret": secret}
    return visit("POST", f"/invitations/{invitation['token']}/accept", body | more, expect, NOON)


def sign_in(visit, phone, secret=PIN, expect=200):
    return visit("POST", "/auth/login", {"phone": phone, "secret": secret}, expect)


def me(visit):
    return visit("GET", "/auth/me")


def test_a_personal_invitation_makes_a_member_who_records_at_once(world, visit):
    khoa, team = world.officer("Khoa"), world.team("Ấp 1")
    invitation = invited(khoa, team, name="chị Hoa")
    seen = visit("GET", f"/invitations/{invitation['token']}")
    assert (seen["state"], seen["team"]["name"], seen["invited_by"]) == ("open", "Tổ Ấp 1", "Khoa")
    assert accept(visit, invitation)["status"] == "joined"
    assert [t["id"] for t in me(visit)["teams"]] == [team]
    with clock.set_to(NOON):
        csrf = visit.client.get_cookie("csrf_access_token").value
        answer = visit.client.put(
            f"/api/v1/sessions/{uuid.uuid4()}",
            json=world.body(team),
            headers={"X-CSRF-TOKEN": csrf},
        )
    assert answer.status_code == 201


def test_it_is_for_one_person_and_a_lost_answer_is_no_second_one(world, visit):
    khoa, team = world.officer("Khoa"), world.team("Ấp 1")
    invitation = invited(khoa, team)
    accept(visit, invitation)
    assert accept(visit, invitation)["status"] == "joined"  # Hoa again: the answer was lost
    refused = accept(visit, invitation, phone="0933333333", name="Kẻ khác", expect=409)
    assert refused["code"] == "invitation_used"
    assert len(khoa.get(f"/teams/{team}/members").json["items"]) == 1
    assert khoa.get("/invitations", query_string={"team": team}).json["items"] == []


def test_after_seven_days_and_after_revoking_it_opens_nothing(world, visit):
    khoa, team = world.officer("Khoa"), world.team("Ấp 1")
    invitation = invited(khoa, team)
    late = NOON + timedelta(days=7, seconds=1)
    path = f"/invitations/{invitation['token']}"
    assert visit("GET", path, at=late)["state"] == "expired"
    body = {"request_id": str(uuid.uuid4()), "name": "Hoa", "phone": "0912345678", "secret": PIN}
    assert visit("POST", path + "/accept", body, 410, late)["code"] == "invitation_gone"
    khoa.call("DELETE", path, expect=204)
    khoa.call("DELETE", path, expect=204)
    assert accept(visit, invitation, expect=410)["code"] == "invitation_gone"


def test_a_code_is_found_however_it_is_typed_and_a_wrong_one_tells_nothing(world, visit):
    khoa, team = world.officer("Khoa"), world.team("Ấp 1")
    token = invited(khoa, team)["token"]
    typed = f"{token[:4]}-{token[4:8]}-{token[8:]}".lower().replace("1", "l").replace("0", "o")
    assert visit("GET", f"/invitations/{typed}")["state"] == "open"
    assert visit("GET", "/invitations/AAAABBBBCCCC", expect=404)["code"] == "invitation_unknown"


def test_the_teams_own_invitation_waits_for_the_leaders_yes(world, visit):
    lan = world.volunteer("Lan")
    invitation = invited(lan, lan.team, "team")
    request_id = str(uuid.uuid4())
    assert accept(visit, invitation, request_id=request_id)["status"] == "waiting"
    assert accept(visit, invitation, request_id=request_id)["status"] == "waiting"
    sign_in(visit, "0912345678", expect=401)  # nobody is made before the yes
    (asked,) = lan.get("/join-requests").json["items"]
    assert (asked["name"], asked["phone"], asked["is_known"]) == ("Hoa", "0912345678", False)
    path = f"/invitations/{invitation['token']}/requests/{request_id}"
    assert visit("GET", path)["status"] == "waiting"
    answer = lan.post(f"/join-requests/{asked['id']}/decision", {"decision": "approve"}).json
    assert answer["status"] == "approved"
    assert visit("GET", path)["status"] == "approved"
    sign_in(visit, "0912345678")
    assert [t["id"] for t in me(visit)["teams"]] == [lan.team]
    # The sheet on the wall goes on working for the next one.
    assert accept(visit, invitation, phone="0913333333", name="Mười")["status"] == "waiting"


def test_a_no_makes_nobody_and_the_first_word_stands(world, visit):
    lan, khoa = world.volunteer("Lan"), world.officer("Khoa")
    invitation = invited(lan, lan.team, "team")
    accept(visit, invitation)
    (asked,) = khoa.get("/join-requests").json["items"]
    khoa.post(f"/join-requests/{asked['id']}/decision", {"decision": "decline"})
    second = lan.post(f"/join-requests/{asked['id']}/decision", {"decision": "approve"}).json
    assert second["status"] == "declined"
    sign_in(visit, "0912345678", expect=401)
    assert khoa.get("/users", query_string={"phone": "0912345678"}).json["items"] == []


def test_somebody_elses_account_is_not_taken_over_by_an_invitation(world, visit):
    khoa, team = world.officer("Khoa"), world.team("Ấp 1")
    mai = world.person("Mai", team=world.team("Ấp 2"), secret="482913")
    invitation = invited(khoa, team)
    refused = accept(visit, invitation, phone=mai.phone, secret="111222", expect=422)
    assert refused["errors"][0]["code"] == "phone_in_use"
    sign_in(visit, mai.phone, "482913")
    # With her own PIN she joins, and keeps it.
    assert accept(visit, invitation, phone=mai.phone, secret="482913")["status"] == "joined"
    assert len(me(visit)["teams"]) == 2


def test_an_officers_number_is_nobody_for_a_team(world, visit):
    khoa, team = world.officer("Khoa"), world.team("Ấp 1")
    refused = accept(visit, invited(khoa, team), phone=khoa.phone, expect=422)
    assert refused["errors"][0]["code"] == "phone_in_use"


@pytest.mark.parametrize("kind", ["personal", "team"])
def test_who_stands_on_the_roster_already_claims_their_account(world, visit, kind):
    khoa, team = world.officer("Khoa"), world.team("Ấp 1")
    hoa = world.person("Hoa", team=team)  # as an import or an officer made her: without a secret
    invitation = invited(khoa, team, kind)
    status = accept(visit, invitation, phone=hoa.phone)["status"]
    if kind == "team":
        assert status == "waiting"
        sign_in(visit, hoa.phone, expect=401)
        (asked,) = khoa.get("/join-requests").json["items"]
        assert asked["is_known"]
        khoa.post(f"/join-requests/{asked['id']}/decision", {"decision": "approve"})
    sign_in(visit, hoa.phone)
    assert me(visit)["user"]["id"] == hoa.id
    assert len(khoa.get(f"/teams/{team}/members").json["items"]) == 1


def test_an_unclaimed_account_of_another_team_is_not_claimed_here(world, visit):
    khoa, team = world.officer("Khoa"), world.team("Ấp 1")
    mai = world.person("Mai", team=world.team("Ấp 2"))
    refused = accept(visit, invited(khoa, team), phone=mai.phone, expect=422)
    assert refused["errors"][0]["code"] == "phone_in_use"


def test_who_is_signed_in_joins_a_second_team_with_one_tap(world):
    khoa, team = world.officer("Khoa"), world.team("Ấp 2")
    lan = world.volunteer("Lan")
    invitation = invited(khoa, team)
    body = {"request_id": str(uuid.uuid4())}
    answer = lan.post(f"/invitations/{invitation['token']}/accept", body).json
    assert answer["status"] == "joined"
    assert len(lan.get("/auth/me").json["teams"]) == 2
    khoa.post(f"/invitations/{invited(khoa, team)['token']}/accept", body, expect=403)


def test_who_may_invite_and_whom(world):
    khoa, nam = world.officer("Khoa"), world.officer("Năm", "cụm Nam")
    lan = world.volunteer("Lan")
    member = world.person("Tý", team=lan.team)
    invited(nam, lan.team, expect=404)
    invited(member, lan.team, expect=404)
    invited(lan, world.team("Ấp 2"), expect=404)
    invited(lan, lan.team, role="leader", expect=422)
    invited(khoa, lan.team, role="deputy")
    token = invited(lan, lan.team, "team")["token"]
    nam.call("DELETE", f"/invitations/{token}", expect=404)
    nam.get("/invitations", query_string={"team": lan.team}, expect=404)
    assert len(khoa.get("/invitations", query_string={"team": lan.team}).json["items"]) == 2


def test_requests_are_seen_and_decided_by_those_in_charge_only(world, visit):
    lan, nam = world.volunteer("Lan"), world.officer("Năm", "cụm Nam")
    member = world.person("Tý", team=lan.team)
    accept(visit, invited(lan, lan.team, "team"))
    assert nam.get("/join-requests").json["items"] == []
    assert member.get("/join-requests").json["items"] == []
    (asked,) = lan.get("/join-requests").json["items"]
    path = f"/join-requests/{asked['id']}/decision"
    nam.post(path, {"decision": "approve"}, expect=404)
    member.post(path, {"decision": "approve"}, expect=404)


def test_a_sheet_for_a_whole_area_says_the_same_when_printed_again(world):
    khoa = world.officer("Khoa")
    teams = [world.team("Ấp 1"), world.team("Ấp 2"), world.team("Ấp 3")]
    away = world.team("Ấp 4")
    first = khoa.post("/invitations/sheet", {"team_ids": [*teams, away]}).json["items"]
    assert [i["team"]["id"] for i in first] == teams
    again = khoa.post("/invitations/sheet", {"team_ids": teams}).json["items"]
    assert [i["token"] for i in again] == [i["token"] for i in first]
    assert {i["kind"] for i in first} == {"team"}


def test_a_leaked_code_cannot_flood_a_leader(world, visit):
    lan = world.volunteer("Lan")
    invitation = invited(lan, lan.team, "team")
    for _ in range(3):
        accept(visit, invitation)
    assert accept(visit, invitation, expect=429)["code"] == "too_many_requests"


def test_requests_come_page_by_page(world, visit):
    lan = world.volunteer("Lan")
    invitation = invited(lan, lan.team, "team")
    for n in range(5):
        accept(visit, invitation, phone=f"091234567{n}", name=f"Người {n}")
    names, cursor = [], None
    while True:
        query = {"limit": 2} | ({"cursor": cursor} if cursor else {})
        page = lan.get("/join-requests", query_string=query).json
        names += [item["name"] for item in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert sorted(names) == [f"Người {n}" for n in range(5)]


def test_what_is_missing_or_weak_is_said_at_its_field(world, visit):
    khoa, team = world.officer("Khoa"), world.team("Ấp 1")
    token = invited(khoa, team)["token"]
    body = {"request_id": str(uuid.uuid4()), "name": "Hoa"}
    refused = visit("POST", f"/invitations/{token}/accept", body, 422)
    assert {e["pointer"] for e in refused["errors"]} == {"/phone", "/secret"}
    weak = accept(visit, {"token": token}, secret="123456", expect=422)
    assert weak["errors"][0] == {
        "pointer": "/secret",
        "code": "weak_pin",
        "detail": weak["errors"][0]["detail"],
    }
    assert (
        accept(visit, {"token": token}, phone="123", expect=422)["errors"][0]["code"] == "not_phone"
    )


def test_no_code_and_no_pin_is_ever_logged(world, visit):
    khoa, team = world.officer("Khoa"), world.team("Ấp 1")
    invitation = invited(khoa, team)
    accept(visit, invitation)
    log = khoa.get("/audit").get_data(as_text=True)
    assert "invitation.created" in log
    assert invitation["token"] not in log and PIN not in log
    assert isinstance(khoa, Person)


def test_a_volunteer_knows_whom_to_ask_for_a_new_pin(world):
    world.province("Hạnh")
    khoa = world.officer("Khoa", "cụm Bắc")
    world.officer("Năm", "cụm Nam")
    lan = world.volunteer("Lan")
    assert lan.get("/auth/me").json["contact"] == {"name": "Khoa", "phone": khoa.phone}
    nearer = world.officer("Sáu", "xã An Bình")
    assert lan.get("/auth/me").json["contact"]["phone"] == nearer.phone
    assert khoa.get("/auth/me").json["contact"] is None


def test_who_asks_twice_is_in_once(world, visit):
    lan = world.volunteer("Lan")
    invitation = invited(lan, lan.team, "team")
    accept(visit, invitation, secret="482913")
    second = str(uuid.uuid4())
    accept(visit, invitation, secret=PIN, request_id=second)
    assert len(lan.get("/join-requests").json["items"]) == 2
    lan.post(f"/join-requests/{second}/decision", {"decision": "approve"})
    assert lan.get("/join-requests").json["items"] == []
    sign_in(visit, "0912345678", "482913", expect=401)
    sign_in(visit, "0912345678")


def waiting_for(person):
    return person.get("/join-requests").json["items"]


def test_a_phone_that_became_an_officers_meanwhile_is_not_given_away(world, visit):
    lan, hanh = world.volunteer("Lan"), world.province("Hạnh")
    accept(visit, invited(lan, lan.team, "team"))
    area = [world.units["cụm Bắc"]]
    new = {"name": "Sáu", "phone": "0912345678", "role": "officer", "area_ids": area}
    hanh.post("/users", new, expect=201)
    (asked,) = waiting_for(lan)
    path = f"/join-requests/{asked['id']}/decision"
    refused = lan.post(path, {"decision": "approve"}, expect=422)
    assert refused.json["errors"][0]["code"] == "phone_taken"
    sign_in(visit, "0912345678", expect=401)
    lan.post(path, {"decision": "decline"})


def test_a_leader_gives_nobody_the_leaders_place(world, visit):
    khoa, lan = world.officer("Khoa"), world.volunteer("Lan")
    second = world.person("Tư", team=lan.team, member="leader")  # imported, never signed in
    accept(visit, invited(lan, lan.team, "team"), phone=second.phone)
    (asked,) = waiting_for(lan)
    lan.post(f"/join-requests/{asked['id']}/decision", {"decision": "approve"}, expect=403)
    khoa.post(f"/join-requests/{asked['id']}/decision", {"decision": "approve"})
    sign_in(visit, second.phone)


def test_a_members_invitation_opens_no_leaders_account(world, visit):
    khoa, team = world.officer("Khoa"), world.team("Ấp 1")
    for_the_leader = invited(khoa, team, role="leader")
    leader = world.person("Tư", team=team, member="leader")
    refused = accept(visit, invited(khoa, team), phone=leader.phone, expect=422)
    assert refused["errors"][0]["code"] == "phone_in_use"
    assert accept(visit, for_the_leader, phone=leader.phone)["status"] == "joined"


def test_a_revoked_sheet_opens_nothing_any_more(world, visit):
    lan = world.volunteer("Lan")
    invitation = invited(lan, lan.team, "team")
    lan.call("DELETE", f"/invitations/{invitation['token']}", expect=204)
    assert accept(visit, invitation, expect=410)["code"] == "invitation_gone"
    mai = world.volunteer("Mai", "Ấp 2")
    mai.post(
        f"/invitations/{invitation['token']}/accept",
        {"request_id": str(uuid.uuid4())},
        expect=410,
    )
    assert waiting_for(lan) == []


def test_a_used_invitation_is_no_way_back_into_the_team(world, visit):
    khoa, team = world.officer("Khoa"), world.team("Ấp 1")
    invitation = invited(khoa, team)
    accept(visit, invitation)
    (member,) = khoa.get(f"/teams/{team}/members").json["items"]
    khoa.call("DELETE", f"/teams/{team}/members/{member['user_id']}", expect=204)
    assert accept(visit, invitation, expect=409)["code"] == "invitation_used"


def test_a_personal_invitation_goes_with_the_rights_of_who_made_it(world, visit):
    khoa, lan = world.officer("Khoa"), world.volunteer("Lan")
    invitation = invited(lan, lan.team)
    khoa.call("DELETE", f"/teams/{lan.team}/members/{lan.id}", expect=204)
    assert accept(visit, invitation, expect=410)["code"] == "invitation_gone"


def test_a_dissolved_team_takes_nobody_in_and_its_sheet_can_be_revoked(world, visit):
    khoa, team = world.officer("Khoa"), world.team("Ấp 1")
    sheet, personal = invited(khoa, team, "team"), invited(khoa, team)
    accept(visit, sheet)
    khoa.call(
        "PATCH",
        f"/teams/{team}",
        json={"dissolved_on": "2026-11-20"},
        headers={"If-Match": '"v1"'},
    )
    for invitation in (sheet, personal):
        accept(visit, invitation, phone="0913333333", expect=410)
    (asked,) = waiting_for(khoa)
    khoa.post(f"/join-requests/{asked['id']}/decision", {"decision": "approve"}, expect=422)
    khoa.call("DELETE", f"/invitations/{sheet['token']}", expect=204)


def test_two_at_once_on_one_unclaimed_account_and_one_is_in(world):
    khoa, team = world.officer("Khoa"), world.team("Ấp 1")
    hoa = world.person("Hoa", team=team)
    invitations, statuses = [invited(khoa, team), invited(khoa, team)], {}

    def come(invitation, secret):
        body = {"request_id": str(uuid.uuid4()), "name": "Hoa", "phone": hoa.phone}
        answer = world.app.test_client().post(
            f"/api/v1/invitations/{invitation['token']}/accept", json=body | {"secret": secret}
        )
        statuses[secret] = answer.status_code

    with clock.set_to(NOON):
        threads = [
            threading.Thread(target=come, args=pair)
            for pair in zip(invitations, ("482913", "270694"), strict=True)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(statuses.values()) == [200, 422]
    for secret, status in statuses.items():
        with clock.set_to(NOON):
            answer = world.app.test_client().post(
                "/api/v1/auth/login", json={"phone": hoa.phone, "secret": secret}
            )
        assert answer.status_code == (200 if status == 200 else 401)


def test_what_an_invitation_did_is_in_the_log_and_its_code_is_not(world, visit):
    khoa, team = world.officer("Khoa"), world.team("Ấp 1")
    invitation = invited(khoa, team)
    khoa.post(
        f"/invitations/{invitation['token']}/accept",
        {"request_id": str(uuid.uuid4())},
        expect=403,
    )
    accept(visit, invitation)
    log = world.person("Bảo", "system_administrator").get("/audit").get_data(as_text=True)
    for action in ("invitation.used", "user.secret_chosen", "access.denied"):
        assert action in log
    assert invitation["token"] not in log


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00", "9999-12-31T00:00:00-23:59", "x"])
def test_a_forged_cursor_is_refused(world, moment):
    cursor = cursors.encode([moment, str(uuid.uuid4())])
    answer = world.volunteer("Lan").get(
        "/join-requests", query_string={"cursor": cursor}, expect=400
    )
    assert answer.json["code"] == "bad_cursor"


def test_a_sheet_says_before_it_is_made_how_many_codes_it_makes(world):
    khoa, one, two = world.officer(), world.team("Ấp 1"), world.team("Ấp 2")
    world.team("Ấp 4")
    assert khoa.get("/invitations/sheet").json == {"teams": 2, "without_code": 2}
    khoa.post("/invitations/sheet", {"team_ids": [one]})
    assert khoa.get("/invitations/sheet").json == {"teams": 2, "without_code": 1}
    assert khoa.get(f"/invitations/sheet?team={two}").json == {"teams": 1, "without_code": 1}
    there = world.units["Ấp 1"]
    assert khoa.get(f"/invitations/sheet?unit={there}").json == {"teams": 1, "without_code": 0}
    assert khoa.get("/invitations/sheet?kind=youth").json == {"teams": 0, "without_code": 0}
