"""An invitation opens no more than whoever made it may open, and nothing of somebody else's."""

import threading
import uuid

import pytest

from server import clock, cursors
from tests.visitors import PIN, accept, invited, me, sign_in
from tests.world import NOON, Person


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


def test_a_leaked_code_cannot_flood_a_leader(world, visit):
    lan = world.volunteer("Lan")
    invitation = invited(lan, lan.team, "team")
    for _ in range(3):
        accept(visit, invitation)
    assert accept(visit, invitation, expect=429)["code"] == "too_many_requests"


def test_no_code_and_no_pin_is_ever_logged(world, visit):
    khoa, team = world.officer("Khoa"), world.team("Ấp 1")
    invitation = invited(khoa, team)
    accept(visit, invitation)
    log = khoa.get("/audit").get_data(as_text=True)
    assert "invitation.created" in log
    assert invitation["token"] not in log and PIN not in log
    assert isinstance(khoa, Person)


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
