"""People find their way into a team by an invitation: once each, by the one who may, and nobody
else's account with it."""

import uuid
from datetime import timedelta

from server import clock
from tests.visitors import PIN, accept, invited, me, sign_in
from tests.world import NOON


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


def test_who_is_signed_in_joins_a_second_team_with_one_tap(world):
    khoa, team = world.officer("Khoa"), world.team("Ấp 2")
    lan = world.volunteer("Lan")
    invitation = invited(khoa, team)
    body = {"request_id": str(uuid.uuid4())}
    answer = lan.post(f"/invitations/{invitation['token']}/accept", body).json
    assert answer["status"] == "joined"
    assert len(lan.get("/auth/me").json["teams"]) == 2
    khoa.post(f"/invitations/{invited(khoa, team)['token']}/accept", body, expect=403)


def test_a_sheet_for_a_whole_area_says_the_same_when_printed_again(world):
    khoa = world.officer("Khoa")
    teams = [world.team("Ấp 1"), world.team("Ấp 2"), world.team("Ấp 3")]
    away = world.team("Ấp 4")
    first = khoa.post("/invitations/sheet", {"team_ids": [*teams, away]}).json["items"]
    assert [i["team"]["id"] for i in first] == teams
    again = khoa.post("/invitations/sheet", {"team_ids": teams}).json["items"]
    assert [i["token"] for i in again] == [i["token"] for i in first]
    assert {i["kind"] for i in first} == {"team"}


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
