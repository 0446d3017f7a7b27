"""Nobody comes by another's account, or by what another officer looks after, through a roster."""

import pytest

from tests.test_handing_over import V1, first_error
from tests.visitors import accept, invited, sign_in
from tests.world import FOUNDED


@pytest.fixture
def moved(world):
    """Lan, of Khoa's team until she left it; of a team of Tư's in the south now."""
    lan, khoa, south = world.volunteer("Lan"), world.officer("Khoa"), world.team("Ấp 4")
    khoa.call("DELETE", f"/teams/{lan.team}/members/{lan.id}", expect=204)
    world.join(lan, south)
    return lan, khoa, world.officer("Tư", "cụm Nam"), south


def own_yes(world, khoa, lan):
    """Lan comes back by an invitation that she accepts."""
    path = f"/invitations/{invited(khoa, lan.team)['token']}/accept"
    lan.post(path, {"request_id": "00000000-0000-4000-8000-000000000001"})


# --- Who has gone on to another area --------------------------------------------------------------


@pytest.mark.parametrize("way", ["members", "leader"])
def test_who_moved_on_comes_back_by_their_own_yes_only(world, moved, way):
    lan, khoa, _, south = moved
    refused = khoa.post(f"/teams/{lan.team}/{way}", {"user_id": lan.id}, expect=403).json
    assert refused["code"] == "moved_on"
    told = refused["detail"]
    assert "Lan" in told and "lời mời" in told and "cán bộ cấp trên" in told
    own_yes(world, khoa, lan)
    assert {team["id"] for team in lan.get("/auth/me").json["teams"]} == {lan.team, south}


def test_a_time_that_ended_is_not_made_to_go_on_for_who_moved_on(moved):
    lan, khoa, *_ = moved
    path = f"/teams/{lan.team}/members/{lan.id}/{FOUNDED}"
    refused = khoa.call("PATCH", path, json={"left_on": None}, headers=V1, expect=403).json
    assert refused["code"] == "moved_on"
    khoa.call("PATCH", path, json={"left_on": "2026-11-20"}, headers=V1)


def test_who_is_in_teams_of_two_areas_is_in_charge_of_neither_officer_alone(world, moved):
    lan, khoa, tu, _ = moved
    own_yes(world, khoa, lan)
    for officer in (khoa, tu):
        refused = officer.post(f"/users/{lan.id}/recovery-code", expect=403).json
        assert refused["code"] == "in_other_hands" and "cấp trên" in refused["detail"]
        change = {"json": {"phone": "0912 345 678"}, "headers": V1}
        officer.call("PATCH", f"/users/{lan.id}", expect=403, **change)
        assert not officer.get(f"/users/{lan.id}").json["is_manageable"]
    lan.get("/auth/me")
    hanh = world.province()
    assert hanh.get(f"/users/{lan.id}").json["is_manageable"]
    hanh.post(f"/users/{lan.id}/recovery-code", expect=201)


def test_codes_for_a_team_leave_out_who_is_in_other_hands(world):
    team, khoa, hanh = world.team("Ấp 1"), world.officer(), world.province()
    both, mai = world.person("Sáu", team=team), world.person("Mai", team=team)
    world.join(both, world.team("Ấp 4"))
    given = khoa.post(f"/teams/{team}/recovery-codes", {}, expect=201).json["items"]
    assert [item["name"] for item in given] == [mai.name]
    given = hanh.post(f"/teams/{team}/recovery-codes", {}, expect=201).json["items"]
    assert {item["name"] for item in given} == {"Sáu", "Mai"}


def test_who_left_and_is_nowhere_else_is_simply_taken_back(world):
    lan, khoa = world.volunteer("Lan"), world.officer()
    khoa.call("DELETE", f"/teams/{lan.team}/members/{lan.id}", expect=204)
    khoa.post(f"/teams/{lan.team}/members", {"user_id": lan.id}, expect=201)
    khoa.post(f"/users/{lan.id}/recovery-code", expect=201)


def test_who_is_in_two_teams_of_one_area_is_helped_as_ever(world):
    lan, khoa = world.volunteer("Lan"), world.officer()
    world.join(lan, world.team("Ấp 2"))
    assert khoa.get(f"/users/{lan.id}").json["is_manageable"]
    khoa.post(f"/users/{lan.id}/recovery-code", expect=201)


def test_the_phone_of_who_moved_on_is_not_shown_where_they_were(world, moved):
    lan, khoa, tu, south = moved
    mai = world.person("Mai", team=lan.team)
    khoa.call("DELETE", f"/teams/{lan.team}/members/{mai.id}", expect=204)

    def phones(by, team):
        return {m["name"]: m["phone"] for m in by.get(f"/teams/{team}/members").json["items"]}

    masked = f"09xx xxx {lan.phone[-3:]}"
    assert phones(khoa, lan.team) == {"Lan": masked, "Mai": mai.phone}
    assert phones(tu, south)["Lan"] == phones(world.province(), lan.team)["Lan"] == lan.phone
    began = "2022-07-15"
    path = f"/teams/{lan.team}/members/{lan.id}/{began}"
    same = khoa.call("PATCH", path, json={}, headers={"If-Match": '"v1"'}).json
    assert (same["phone"], same["is_in_reach"]) == (masked, False)
    own_yes(world, khoa, lan)
    assert phones(khoa, lan.team)["Lan"] == lan.phone


# --- Who has never signed in ----------------------------------------------------------------------


def unclaimed(world, home="Ấp 4", **there):
    """Tám, whom a file put into Lan's team and into another; she has never signed in."""
    lan = world.volunteer("Lan")
    other = world.team(home)
    tam = world.person("Tám", team=other, **there)
    world.join(tam, lan.team)
    return lan, tam, other


@pytest.mark.parametrize("member", ["leader", "member"])
def test_an_invitation_opens_no_account_that_is_of_another_team_too(world, visit, member):
    lan, tam, _ = unclaimed(world, member=member)
    for by in (lan, world.officer()):
        refused = accept(visit, invited(by, lan.team), phone=tam.phone, expect=422)
        assert first_error(refused) == "phone_in_use"
        assert "nhờ cán bộ" in refused["errors"][0]["detail"]
    sign_in(visit, tam.phone, expect=401)


def test_a_later_lead_is_a_higher_place_too(world, visit):
    khoa, lan = world.officer(), world.volunteer("Lan")
    tam = world.person("Tám", team=lan.team)
    named = {"user_id": tam.id, "from": "2026-12-20"}
    khoa.post(f"/teams/{lan.team}/leader", named, expect=201)
    accept(visit, invited(lan, lan.team), phone=tam.phone, expect=422)


@pytest.mark.parametrize("home", ["Ấp 4", "Ấp 2"])
def test_who_answers_for_all_of_the_teams_says_who_it_is(world, visit, home):
    lan, tam, _ = unclaimed(world, home)
    khoa, hanh = world.officer("Khoa"), world.province()
    accept(visit, invited(lan, lan.team, "team"), phone=tam.phone)
    path = f"/join-requests/{lan.get('/join-requests').json['items'][0]['id']}/decision"
    is_khoas = home == "Ấp 2"
    for by in [lan] if is_khoas else [lan, khoa]:
        refused = by.post(path, {"decision": "approve"}, expect=403).json
        assert refused["code"] == "claim_by_office"
        assert "Nhờ cán bộ phụ trách tất cả" in refused["detail"]
    sign_in(visit, tam.phone, expect=401)
    (khoa if is_khoas else hanh).post(path, {"decision": "approve"})
    sign_in(visit, tam.phone)
