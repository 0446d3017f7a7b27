"""Signing in: by phone and PIN, by one-time code, limited per account, renewed after a lost answer,
ended at once."""

from datetime import timedelta

from server import clock
from tests.world import NOON

PIN = "270694"


def sign_in(client, phone, secret, *, way="token", expect=200, at=NOON):
    with clock.set_to(at):
        answer = client.post(f"/api/v1/auth/{way}", json={"phone": phone, "secret": secret})
    assert answer.status_code == expect, answer.get_data(as_text=True)
    return answer


def bearer(token):
    return {"Authorization": f"Bearer {token}"}


def test_a_volunteer_signs_in_however_the_phone_is_typed(world):
    lan = world.person("Lan", secret=PIN)
    client = world.app.test_client()
    for typed in (
        lan.phone,
        "+84" + lan.phone[1:],
        "84" + lan.phone[1:],
        f" {lan.phone[:4]} {lan.phone[4:]} ",
    ):
        assert sign_in(client, typed, PIN).json["expires_in"] == 900


def test_a_browser_gets_cookies_and_needs_the_protection_token_to_write(world):
    lan = world.person("Lan", secret=PIN, team=world.team())
    client = world.app.test_client()
    answer = sign_in(client, lan.phone, PIN, way="login")
    cookies = answer.headers.getlist("Set-Cookie")
    assert any(
        "access_token_cookie" in c and "HttpOnly" in c and "SameSite=Strict" in c for c in cookies
    )
    with clock.set_to(NOON):
        assert client.get("/api/v1/auth/me").json["user"]["name"] == "Lan"
        refused = client.post("/api/v1/auth/logout")
        assert (refused.status_code, refused.json["code"]) == (403, "csrf_failed")
        assert refused.json["retryable"] is True
        token = client.get_cookie("csrf_access_token").value
        assert (
            client.post("/api/v1/auth/logout", headers={"X-CSRF-TOKEN": token}).status_code == 204
        )
        assert client.get("/api/v1/auth/me").status_code == 401


def test_ten_wrong_tries_in_fifteen_minutes_and_never_for_good(world):
    lan = world.person("Lan", secret=PIN)
    client = world.app.test_client()
    for n in range(10):
        wrong = sign_in(client, lan.phone, "000000", expect=401)
        assert wrong.json["tries_left"] == 9 - n
    locked = sign_in(client, lan.phone, PIN, expect=429)
    assert int(locked.headers["Retry-After"]) <= 15 * 60
    sign_in(client, lan.phone, PIN, at=NOON + timedelta(minutes=15, seconds=1))


def test_an_unknown_phone_is_answered_like_a_wrong_pin(world):
    lan = world.person("Lan", secret=PIN)
    client = world.app.test_client()
    known = sign_in(client, lan.phone, "000000", expect=401).json
    unknown = sign_in(client, "0987654321", "000000", expect=401).json
    assert {k: v for k, v in known.items() if k != "instance"} == {
        k: v for k, v in unknown.items() if k != "instance"
    }


def test_seven_hundred_people_behind_one_address_are_not_limited(world):
    people = [world.person(f"Người {n}") for n in range(30)]
    client = world.app.test_client()
    for person in people:
        assert sign_in(client, person.phone, "000000", expect=401).json["tries_left"] == 9


def test_the_right_secret_forgets_the_wrong_tries(world):
    lan = world.person("Lan", secret=PIN)
    client = world.app.test_client()
    for _ in range(3):
        for _ in range(9):
            sign_in(client, lan.phone, "000000", expect=401)
        sign_in(client, lan.phone, PIN)


def test_a_one_time_code_signs_in_once_and_asks_for_an_own_secret(world):
    lan, khoa = world.volunteer(), world.officer()
    code = khoa.post(f"/users/{lan.id}/recovery-code", expect=201).json["code"]
    assert len(code) == 8
    lan.get("/auth/me", expect=401)  # every sign-in before it has ended
    client = world.app.test_client()
    tokens = sign_in(client, lan.phone, code).json
    assert tokens["must_change_secret"] is True
    headers = bearer(tokens["access_token"])
    with clock.set_to(NOON):
        blocked = client.get("/api/v1/sessions", headers=headers)
        assert blocked.json["code"] == "secret_must_change"
        for weak in ("123456", "111111", "12345", lan.phone[2:8], "ngắn"):
            answer = client.post("/api/v1/auth/secret", json={"secret": weak}, headers=headers)
            assert answer.json["errors"][0]["pointer"] == "/secret"
        chosen = client.post("/api/v1/auth/secret", json={"secret": PIN}, headers=headers)
        assert chosen.json == {"must_change_secret": False}
        assert client.get("/api/v1/sessions", headers=headers).status_code == 200
    sign_in(client, lan.phone, code, expect=401)
    sign_in(client, lan.phone, PIN)


def test_a_one_time_code_ends_after_a_day(world):
    lan, khoa = world.volunteer(), world.officer()
    code = khoa.post(f"/users/{lan.id}/recovery-code", expect=201).json["code"]
    client = world.app.test_client()
    sign_in(client, lan.phone, code, expect=401, at=NOON + timedelta(hours=24, seconds=1))


def renew(client, token, expect=200):
    with clock.set_to(NOON):
        answer = client.post("/api/v1/auth/refresh", headers=bearer(token))
    assert answer.status_code == expect, answer.get_data(as_text=True)
    return answer.json.get("refresh_token")


def test_renewal_survives_a_lost_answer_but_not_a_copied_token(world):
    lan = world.person("Lan", secret=PIN)
    client = world.app.test_client()
    first = sign_in(client, lan.phone, PIN).json["refresh_token"]
    renew(client, first)  # the answer is lost
    second = renew(client, first)
    third = renew(client, second)
    renew(client, third)
    renew(client, first, expect=401)  # too old: somebody has copied it
    renew(client, third, expect=401)  # so the whole device is signed out


def test_fourteen_bad_tokens_are_answered_401(world):
    import jwt

    lan = world.person("Lan", secret=PIN)
    client, key = world.app.test_client(), world.app.config["SECRET_KEY"]
    good = sign_in(client, lan.phone, PIN).json
    claims = jwt.decode(good["access_token"], key, algorithms=["HS256"])
    bad = [
        "", "x", "a.b.c", "x" * 9000, good["access_token"][:-2] + "AA", good["refresh_token"],
        jwt.encode(claims, "", algorithm="none"),
        jwt.encode(claims, "o" * 40, algorithm="HS256"),
        jwt.encode(claims, key * 2, algorithm="HS512"),
        jwt.encode(claims | {"exp": 1}, key, algorithm="HS256"),
        jwt.encode(claims | {"sub": "0"}, key, algorithm="HS256"),
        jwt.encode(claims | {"sub": "x"}, key, algorithm="HS256"),
        jwt.encode(claims | {"device": "x"}, key, algorithm="HS256"),
        jwt.encode({k: v for k, v in claims.items() if k != "jti"}, key, algorithm="HS256"),
    ]  # fmt: skip
    for token in bad:
        answer = client.get("/api/v1/auth/me", headers=bearer(token))
        assert (answer.status_code, answer.mimetype) == (401, "application/problem+json"), token[
            :50
        ]


def test_a_device_that_is_taken_away_is_signed_out(world):
    lan, khoa = world.volunteer(), world.officer()
    devices = khoa.get(f"/users/{lan.id}/devices").json["items"]
    khoa.call("DELETE", f"/users/{lan.id}/devices/{devices[0]['id']}", expect=204)
    lan.get("/auth/me", expect=401)


def test_a_tab_of_somebody_else_neither_reads_nor_writes(world):
    """On a shared phone the cookies may have become another person's behind an open page."""
    lan, mai = world.volunteer("Lan"), world.volunteer("Mai", "Ấp 2")
    as_lan = {"X-User-Id": str(lan.id)}
    for path in ("/auth/me", "/sessions", "/sync/changes"):
        assert mai.get(path, headers=as_lan, expect=409).json["code"] == "wrong_user"
        lan.get(path, headers=as_lan)
    refused = mai.record(world.body(mai.team, "Ấp 2"), headers=as_lan, expect=409)
    assert refused["code"] == "wrong_user"
    mai.post("/auth/logout", headers=as_lan, expect=409)
    assert mai.get("/sessions").json["items"] == []
