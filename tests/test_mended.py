"""What somebody once broke, and must not break again."""

import base64
import json
import time
from datetime import timedelta

from server import clock
from tests.test_sign_in import PIN, bearer, renew, sign_in
from tests.world import NOON


def cursor(*position):
    return base64.urlsafe_b64encode(json.dumps(position).encode()).decode().rstrip("=")


def test_an_unclosed_string_of_escapes_is_read_once(app):
    body = b'"' + b'\\"' * 65_000
    start = time.process_time()
    answer = app.test_client().post(
        "/api/v1/auth/login", data=body, headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 400
    # Quadratic reading took minutes of the processor; reading once takes a few hundredths.
    assert time.process_time() - start < 5


def test_cursors_that_nobody_gave_are_refused(world):
    hanh = world.province()
    huge = 10**20
    for path, position in (
        ("/sessions?", ("abc", "def")),
        ("/sessions?", ("2024-01-01", "zz")),
        ("/sessions?sort=review&", (1, "abc", "x")),
        ("/rollups/sessions?cell=participants&", ("abc", "x")),
        ("/users?", (huge,)),
        ("/teams?", (huge,)),
        ("/audit?", (huge,)),
        ("/units?", (-5,)),
    ):
        refused = hanh.get(f"{path}cursor={cursor(*position)}", expect=400)
        assert refused.json["code"] == "bad_cursor", path


def test_nobody_is_taken_over_by_being_put_into_a_team(world):
    khoa, hoa = world.officer(), world.volunteer("Hoa", "Ấp 4")
    team = world.team("Ấp 1")
    refused = khoa.post(f"/teams/{team}/members", {"user_id": hoa.id}, expect=422)
    assert refused.json["errors"][0]["code"] == "no_such_person"
    khoa.get(f"/users/{hoa.id}", expect=404)


def test_a_member_of_a_province_wide_team_sees_that_teams_part_only(world):
    agency = world.team("tỉnh Sen", "agency")
    mai, lan = world.person("Mai", team=agency), world.volunteer()
    lan.record(world.body(lan.team))
    whole = f"/rollups?unit={world.units['tỉnh Sen']}&period=2026-11&state=provisional"
    assert mai.get(whole).json["total"]["participants"] == 0
    behind = whole.replace("/rollups?", "/rollups/sessions?cell=sessions.all&")
    assert mai.get(behind).json["items"] == []
    mai.get(f"/coverage?unit={world.units['tỉnh Sen']}", expect=403)


def test_an_officer_of_an_old_commune_does_not_inherit_the_merged_one(world):
    lan, hoa = world.volunteer("Lan", "Ấp 1"), world.volunteer("Hoa", "Ấp 3")
    lan.record(world.body(lan.team))
    theirs = hoa.record(world.body(hoa.team, "Ấp 3"))
    tam = world.officer("Tám", "xã An")
    seen = tam.get("/sessions").json["items"]
    assert [s["place"]["name"] for s in seen] == ["Ấp 1"]
    tam.get(f"/sessions/{theirs['id']}", expect=404)


def test_a_new_secret_ends_every_other_sign_in_and_needs_the_present_one(world):
    lan = world.person("Lan", secret=PIN)
    client = world.app.test_client()
    mine, other = (sign_in(client, lan.phone, PIN).json["access_token"] for _ in range(2))
    with clock.set_to(NOON):
        for body, pointer in (
            ({"secret": "480217"}, "/current"),
            ({"secret": "480217", "current": "111111"}, "/current"),
        ):
            refused = client.post("/api/v1/auth/secret", json=body, headers=bearer(mine))
            assert refused.json["errors"][0]["pointer"] == pointer
        body = {"secret": "480217", "current": PIN}
        assert (
            client.post("/api/v1/auth/secret", json=body, headers=bearer(mine)).status_code == 200
        )
        assert client.get("/api/v1/auth/me", headers=bearer(mine)).status_code == 200
        assert client.get("/api/v1/auth/me", headers=bearer(other)).status_code == 401


def test_two_tabs_that_renew_at_once_keep_each_other_signed_in(world):
    lan = world.person("Lan", secret=PIN)
    client = world.app.test_client()
    first = sign_in(client, lan.phone, PIN).json["refresh_token"]
    one, other = renew(client, first), renew(client, first)
    after = renew(client, one)
    renew(client, other)
    renew(client, after)


def test_a_new_code_lifts_the_lock(world):
    lan, khoa = world.volunteer(), world.officer()
    client = world.app.test_client()
    for _ in range(11):
        answer = client.post("/api/v1/auth/token", json={"phone": lan.phone, "secret": "000000"})
    assert answer.status_code == 429
    code = khoa.post(f"/users/{lan.id}/recovery-code", expect=201).json["code"]
    sign_in(client, lan.phone, code)


def test_the_last_system_administrator_stays(world):
    bao = world.person("Bảo", "system_administrator")
    change = {"json": {"disabled": True, "reason": "Nghỉ việc"}, "headers": {"If-Match": '"v1"'}}
    refused = bao.call("PATCH", f"/users/{bao.id}", expect=422, **change)
    assert refused.json["errors"][0]["code"] == "last_administrator"
    chin = world.person("Chín", "system_administrator")
    refused = bao.call("PATCH", f"/users/{bao.id}", expect=422, **change)
    assert refused.json["errors"][0]["code"] == "not_yourself"
    chin.call("PATCH", f"/users/{bao.id}", **change)


def test_what_an_officer_entered_the_level_above_reviews(world):
    team = world.team("Ấp 1")
    cluster, commune = world.officer("Khoa", "cụm Bắc"), world.officer("Bảy", "xã An Bình")
    hanh = world.province()
    entered = cluster.record(world.body(team, source="proxy"))
    assert commune.review(entered, "approve", expect=403)["code"] == "level_above"
    assert "approve" not in commune.get(f"/sessions/{entered['id']}").json["may"]
    below = commune.record(world.body(team, date="2026-11-17", source="proxy"))
    assert cluster.review(below, "approve")["state"] == "approved"
    top = hanh.record(world.body(team, date="2026-11-16", source="proxy"))
    assert cluster.review(top, "approve", expect=403)["code"] == "level_above"


def test_an_area_of_another_name_on_the_same_land_is_no_level_above(world):
    lan = world.volunteer()
    peers = [
        world.person("Khoa", "officer", areas=["cụm Bắc"]),
        world.person("Nga", "officer", areas=["huyện Bắc"]),
        world.person("Tú", "officer", areas=["cụm Bắc", "huyện Bắc"]),
    ]
    for author in peers:
        entered = author.record(world.body(lan.team, source="paper"))
        for peer in peers:
            peer.review(entered, "approve", expect=403)


def test_an_identity_number_is_found_among_other_numbers(world):
    lan = world.volunteer()
    for note in ("CCCD 079204001234 25 tuổi", "thẻ 4111 1111 1111 1111 12/27", "079 204 001 234"):
        lan.record(world.body(lan.team, note=note), expect=422)
    lan.record(world.body(lan.team, note="Ngày 19.11.2026 và 20.11.2026, 12 hộ, 1022"))


def test_nobody_is_in_a_team_twice_and_who_is_not_in_it_cannot_leave(world):
    khoa, lan = world.officer(), world.volunteer()
    again = {"user_id": lan.id, "joined_on": "2026-05-01"}
    khoa.post(f"/teams/{lan.team}/members", again, expect=409)
    khoa.call("DELETE", f"/teams/{lan.team}/members/999999", expect=404)


def test_a_team_cannot_be_founded_in_the_future_afterwards(world):
    khoa, team = world.officer(), world.team("Ấp 1")
    for day in ("2099-01-01", "2001-01-01"):
        change = {"json": {"founded_on": day}, "headers": {"If-Match": '"v1"'}}
        khoa.call("PATCH", f"/teams/{team}", expect=422, **change)


def test_the_old_lines_agree_with_themselves(world):
    """A commune asked for directly says what its row under the district said."""
    world.team("xã An Bình", "commune", founded=NOON.date())
    hanh = world.province()
    old = "period=2026-11&map=2024-12-31"
    above = hanh.get(f"/rollups?{old}&by=commune&unit={world.units['huyện Bắc']}").json
    row = next(r for r in above["rows"] if r["label"] == "xã An")
    alone = hanh.get(f"/rollups?{old}&unit={world.units['xã An']}").json["total"]
    assert row["communes_with_team"] == alone["communes_with_team"]
    assert row["communes_with_team"] == {"numerator": 1, "denominator": 1}


def test_the_undivided_row_by_team_opens_to_nothing(world):
    lan = world.volunteer()
    lan.record(world.body(lan.team))
    query = "/rollups/sessions?period=2026-11&state=provisional&by=team&cell=sessions.all&row="
    hanh = world.province()
    assert hanh.get(query + "none").json["sessions"] == 0
    assert hanh.get(query + str(lan.team)).json["sessions"] == 1


def test_a_hidden_team_is_not_named_in_a_file(world):
    hoa = world.volunteer("Hoa", "Ấp 4")
    khoa = world.officer()
    for team in (hoa.team, 999_999):
        khoa.get(f"/reports/rollup.xlsx?period=2026&team={team}", expect=404)


def test_strange_periods_and_addresses_are_answered_as_problems(world):
    hanh = world.province()
    for path in (
        "/reports/rollup.csv?period=20%EF%BC%92%EF%BC%94",
        "/rollups/series?period=1900&basis=nd09",
        "/coverage?to=1900-01-01",
    ):
        hanh.get(path, expect=422)
    lan = world.volunteer()
    lan.post("/sessions/%00/review", {"decision": "approve"}, expect=403)
    assert world.app.test_client().get("/API/v1/users").status_code == 404


def test_a_late_mend_does_not_accuse_the_phones_clock(world):
    lan, khoa = world.volunteer(), world.officer()
    recorded = lan.record(world.body(lan.team))
    returned = khoa.review(recorded, "return", reasons=["implausible"])
    client = {"created_at": "2026-11-22T03:00:00Z", "app_version": "1"}
    body = world.body(lan.team, participants=26, client=client)
    headers = {"If-Match": f'"v{returned["version"]}"'}
    with clock.set_to(NOON + timedelta(days=1)):
        answer = world.app.test_client().put(
            f"/api/v1/sessions/{recorded['id']}",
            json=body,
            headers=headers | {"Authorization": f"Bearer {lan.token}"},
        )
    assert [flag["code"] for flag in answer.json["flags"]] == []


def test_a_nil_report_beside_sessions_is_hinted_at(world):
    lan = world.volunteer()
    lan.record(world.body(lan.team))
    here = world.units["Ấp 1"]
    nil = lan.record({"team_id": lan.team, "place_id": here, "date": "2026-11-02", "nil": True})
    assert nil["flags"][0]["detail"] == "Báo không phát sinh, nhưng tháng này Tổ đã có 1 buổi"
    quiet = lan.record({"team_id": lan.team, "place_id": here, "date": "2026-10-02", "nil": True})
    assert quiet["flags"] == []


def test_a_hamlet_is_found_by_its_old_commune(world):
    khoa = world.officer()
    found = khoa.get("/units?q=ap 3 binh").json["items"]
    assert [unit["name"] for unit in found] == ["Ấp 3"]
