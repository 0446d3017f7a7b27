"""All of a team who have no PIN yet get a one-time code each, on paper, in one go."""

import re
from datetime import timedelta

from server.teams import first_codes
from tests.lists import bring_in
from tests.visitors import sign_in
from tests.world import NOON

PIN = "270694"


def test_each_without_a_pin_gets_a_code_of_their_own_and_signs_in_with_it(world, visit):
    khoa, team = world.officer(), world.team("Ấp 1")
    has_pin = world.person("Lan", team=team, member="leader", secret=PIN)
    tu, sau = (world.person(name, team=team) for name in ("Tư", "Sáu"))
    given = khoa.post(f"/teams/{team}/recovery-codes", {}, expect=201).json
    assert [(one["name"], one["phone"]) for one in given["items"]] == [
        ("Tư", tu.phone),
        ("Sáu", sau.phone),
    ]
    assert given["expires_at"].startswith((NOON + timedelta(hours=24)).isoformat()[:16])
    codes = [one["code"] for one in given["items"]]
    assert len(set(codes)) == 2 and all(re.fullmatch(r"\d{8}", code) for code in codes)
    assert sign_in(visit, tu.phone, codes[0])["must_change_secret"] is True
    sign_in(visit, sau.phone, codes[0], expect=401)
    sign_in(visit, has_pin.phone)
    log = khoa.get("/audit?kind=people").get_data(as_text=True)
    assert log.count("user.code_issued") == 2 and not any(code in log for code in codes)


def test_whoever_was_locked_or_left_gets_none_and_a_new_sheet_ends_the_old(world, visit):
    khoa, team = world.officer(), world.team("Ấp 1")
    tu, left, locked = (world.person(name, team=team) for name in ("Tư", "Sáu", "Bảy"))
    khoa.call("DELETE", f"/teams/{team}/members/{left.id}", expect=204)
    lock = {"disabled": True, "reason": "Nghỉ việc"}
    khoa.call("PATCH", f"/users/{locked.id}", json=lock, headers={"If-Match": '"v1"'})
    (first,), (second,) = (
        khoa.post(f"/teams/{team}/recovery-codes", {}, expect=201).json["items"] for _ in range(2)
    )
    sign_in(visit, tu.phone, first["code"], expect=401)
    sign_in(visit, tu.phone, second["code"])


def test_only_the_office_of_the_land_issues_them(world):
    lan, nam = world.volunteer("Lan"), world.officer("Năm", "cụm Nam")
    lan.post(f"/teams/{lan.team}/recovery-codes", {}, expect=403)
    nam.post(f"/teams/{lan.team}/recovery-codes", {}, expect=404)


def test_a_long_roster_comes_in_parts_and_nobody_twice(world, monkeypatch):
    monkeypatch.setattr(first_codes, "AT_ONCE", 2)
    khoa, team = world.officer(), world.team("Ấp 1")
    wanted = [world.person(f"Người {n}", team=team).id for n in range(5)]
    found, body = [], {}
    while body is not None:
        given = khoa.post(f"/teams/{team}/recovery-codes", body, expect=201).json
        found += [one["user_id"] for one in given["items"]]
        body = given["next"] and {"after": given["next"]}
    assert found == wanted


def test_a_file_of_people_says_into_which_teams_they_came(land):
    khoa = land.officer()
    rows = "Tư,0912000004,Tổ Ấp 2\nNăm,0912000005,Tổ Ấp 2\nSáu,0912000006,Tổ Ấp 1\n"
    batch = bring_in(khoa, "people", f"Họ tên,Số điện thoại,Tên Tổ\n{rows}")
    assert batch["teams"] == sorted([land.teams["Ấp 1"], land.teams["Ấp 2"]])
