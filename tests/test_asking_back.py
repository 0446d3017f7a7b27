"""An approved session is asked back by its author, and reopened or left by an officer."""

from server.sessions.asking import MOST
from tests.world import changes

LATER = "Ghi thiếu 5 người ở cuối buổi"


def approved(world):
    lan, khoa = world.volunteer("Lan"), world.officer("Khoa")
    session = khoa.review(lan.record(world.body(lan.team)), "approve")
    return lan, khoa, session


def asked_back(person):
    return person.get("/sessions", query_string={"asked_back": "true"}).json["items"]


def test_an_approved_session_is_asked_back_reopened_and_mended(world):
    lan, khoa, session = approved(world)
    path = f"/sessions/{session['id']}"
    assert "ask_back" in lan.get(path).json["may"]
    asked = lan.post(f"{path}/reopen-request", {"reason": LATER}).json
    assert (asked["state"], asked["asked_back"]["reason"]) == ("approved", LATER)
    assert asked["asked_back"]["by"]["name"] == "Lan"
    assert lan.post(f"{path}/reopen-request", {"reason": LATER}).json["version"] == 3
    (waiting,) = asked_back(khoa)
    reopened = khoa.review(waiting, "reopen", comment="Đồng ý")
    assert reopened["asked_back"] is None
    assert asked_back(khoa) == []
    lan.put(path, world.body(lan.team, participants=30), headers={"If-Match": '"v4"'})
    told = [(one["action"], one["comment"]) for one in khoa.get(f"{path}/history").json["items"]]
    assert told[2:4] == [("asked_back", LATER), ("reopened", "Đồng ý")]


def test_it_counts_as_before_until_it_is_reopened(world):
    lan, khoa, session = approved(world)
    lan.post(f"/sessions/{session['id']}/reopen-request", {"reason": LATER})
    query = {"unit": world.units["cụm Bắc"], "by": "commune", "period": "2026"}
    assert khoa.get("/rollups", query_string=query).json["total"]["participants"] == 25


def test_an_officer_may_leave_it_as_it_is(world):
    lan, khoa, session = approved(world)
    path = f"/sessions/{session['id']}/reopen-request"
    lan.post(path, {"reason": LATER})
    lan.call("DELETE", path, expect=403)
    khoa.call("DELETE", path, expect=428)
    left = khoa.call("DELETE", path, headers={"If-Match": '"v3"'}).json
    assert (left["asked_back"], left["version"]) == (None, 4)
    assert asked_back(khoa) == []
    last = khoa.get(f"/sessions/{session['id']}/history").json["items"][-1]
    assert (last["action"], last["by"]["name"]) == ("kept", "Khoa")


def test_whoever_decides_on_what_was_asked_back_since_is_told(world):
    lan, khoa, session = approved(world)
    thu = world.officer("Thu")
    path = f"/sessions/{session['id']}/reopen-request"
    lan.post(path, {"reason": LATER})
    khoa.review(session, "reopen", comment="Chưa biết là đã xin", expect=412)
    (seen,) = asked_back(thu)
    thu.call("DELETE", path, headers={"If-Match": f'"v{seen["version"]}"'})
    khoa.review(seen, "reopen", comment="Chậm hơn", expect=412)
    assert khoa.get(f"/sessions/{session['id']}").json["state"] == "approved"


def declined(officer, session_id, **expected):
    version = officer.get(f"/sessions/{session_id}").json["version"]
    etag = {"If-Match": f'"v{version}"'}
    path = f"/sessions/{session_id}/reopen-request"
    return officer.call("DELETE", path, headers=etag, **expected).json


def test_what_waits_for_an_answer_is_not_asked_again(world):
    """Or its version would move whenever an officer is about to decide."""
    lan, khoa, _session = approved(world)
    mai = world.person("Mai", team=lan.team)
    held = lan.record(world.body(lan.team, conducted_by=mai.id, participants=30))
    khoa.review(held, "approve")
    path = f"/sessions/{held['id']}/reopen-request"
    seen = lan.post(path, {"reason": LATER}).json
    assert "ask_back" not in seen["may"]
    for author in (lan, mai):
        told = author.post(path, {"reason": "Sai cả ngày"}, expect=409).json
        assert told["code"] == "asked_already" and "đang chờ cán bộ xem" in told["detail"]
    assert khoa.review(seen, "reopen", comment="Đồng ý")["state"] == "pending"


def test_after_an_answer_it_is_asked_again_but_not_for_ever(world):
    lan, khoa, session = approved(world)
    path = f"/sessions/{session['id']}/reopen-request"
    for n in range(MOST):
        lan.post(path, {"reason": f"Ghi thiếu {n + 1} người"})
        declined(khoa, session["id"])
    told = lan.post(path, {"reason": "Ghi thiếu 9 người"}, expect=409).json
    assert told["code"] == "asked_enough" and "gọi cán bộ" in told["detail"]
    version = MOST * 2 + 2
    khoa.review(session | {"version": version}, "reopen", comment="Xem lại")
    khoa.review(session | {"version": version + 1}, "approve")
    assert lan.post(path, {"reason": "Ghi thiếu 9 người"}).json["asked_back"]


def test_an_ask_that_comes_again_after_its_answer_asks_nothing(world):
    lan, khoa, session = approved(world)
    path = f"/sessions/{session['id']}/reopen-request"
    lan.post(path, {"reason": LATER})
    version = declined(khoa, session["id"])["version"]
    told = lan.post(path, {"reason": LATER}, expect=409).json
    assert told["code"] == "asked_before"
    now = khoa.get(f"/sessions/{session['id']}").json
    assert (now["asked_back"], now["version"]) == (None, version)
    lan.post(path, {"reason": "Thiếu 5 người của ấp bên"})
    assert [one["id"] for one in asked_back(khoa)] == [session["id"]]


def test_declined_again_after_a_lost_answer_is_declined_once(world):
    lan, khoa, session = approved(world)
    thu = world.officer("Thu")
    path = f"/sessions/{session['id']}/reopen-request"
    lan.post(path, {"reason": LATER})
    seen = {"If-Match": '"v3"'}
    first = khoa.call("DELETE", path, headers=seen).json
    assert khoa.call("DELETE", path, headers=seen).json == first
    thu.call("DELETE", path, headers=seen, expect=412)
    khoa.call("DELETE", path, headers={"If-Match": '"v4"'}, expect=409)
    history = khoa.get(f"/sessions/{session['id']}/history").json["items"]
    assert [one["action"] for one in history][-2:] == ["asked_back", "kept"]


def test_who_may_not_reopen_it_may_not_leave_it_either(world):
    khoa, thu, hanh = world.officer("Khoa"), world.officer("Thu"), world.province()
    ba = world.person("Ba", "system_administrator")
    lan = world.volunteer()
    # Entered by an officer, then by the province: for the level above each.
    for author, above in ((khoa, hanh), (hanh, ba)):
        session = above.review(author.record(world.body(lan.team)), "approve")
        path = f"/sessions/{session['id']}"
        asked = author.post(f"{path}/reopen-request", {"reason": LATER}).json
        assert "keep" not in asked["may"]
        for person, code in ((author, "own_session"), (thu, "level_above")):
            assert declined(person, session["id"], expect=403)["code"] == code
            may = person.get(path).json["may"]
            assert "keep" not in may and "reopen" not in may
        assert {"keep", "reopen"} <= set(above.get(path).json["may"])
        left = declined(above, session["id"])
        assert left["asked_back"] is None and "keep" not in left["may"]


def test_a_page_of_what_is_asked_back_goes_on_where_it_ended(world):
    lan, khoa, session = approved(world)
    wanted = [session["id"]]
    for day, n in (("2026-11-17", 31), ("2026-11-19", 32)):
        other = lan.record(world.body(lan.team, date=day, participants=n))
        khoa.review(other, "approve")
        wanted.append(other["id"])
    for one in wanted:
        lan.post(f"/sessions/{one}/reopen-request", {"reason": LATER})
    latest_first = [wanted[2], wanted[0], wanted[1]]
    for sort, expected in (("recent", latest_first), ("review", latest_first[::-1])):
        found, query = [], {"asked_back": "true", "limit": 1, "sort": sort}
        while True:
            page = khoa.get("/sessions", query_string=query).json
            found += [one["id"] for one in page["items"]]
            if page["next_cursor"] is None:
                break
            query["cursor"] = page["next_cursor"]
        assert found == expected


def test_only_its_author_asks_and_only_for_an_approved_one(world):
    lan, _khoa, session = approved(world)
    mai = world.person("Mai", team=lan.team)
    body = {"reason": LATER}
    mai.post(f"/sessions/{session['id']}/reopen-request", body, expect=403)
    world.volunteer("Sáu", "Ấp 2").post(
        f"/sessions/{session['id']}/reopen-request", body, expect=404
    )
    waiting = lan.record(world.body(lan.team))
    lan.post(f"/sessions/{waiting['id']}/reopen-request", body, expect=409)
    lan.post(f"/sessions/{session['id']}/reopen-request", {"reason": ""}, expect=422)


def test_the_phone_hears_that_it_was_asked_and_reopened(world):
    lan, _khoa, session = approved(world)
    cursor = changes(lan)["next_cursor"]
    lan.post(f"/sessions/{session['id']}/reopen-request", {"reason": LATER})
    page = changes(lan, cursor)
    assert page["items"][0]["asked_back"]["reason"] == LATER


def test_a_return_or_a_refusal_is_taken_back(world):
    lan, khoa = world.volunteer("Lan"), world.officer("Khoa")
    for decision in ("return", "refuse"):
        words = {"reasons": ["wrong_date"], "comment": "Nhầm"}
        session = khoa.review(lan.record(world.body(lan.team)), decision, **words)
        assert "reopen" in khoa.get(f"/sessions/{session['id']}").json["may"]
        lan.post(f"/sessions/{session['id']}/review", {"decision": "reopen"}, expect=403)
        back = khoa.review(session, "reopen", comment="Bấm nhầm")
        assert back["state"] == "pending"
        assert khoa.review(back, "approve")["state"] == "approved"


def test_a_decision_that_cannot_be_made_says_which_and_why(world):
    lan, khoa, session = approved(world)
    told = khoa.review(session, "return", reasons=["wrong_date"], expect=409)
    assert told["detail"] == "Buổi đang ở tình trạng “Đã duyệt” nên không trả lại được."
    english = {"If-Match": '"v2"', "Accept-Language": "en"}
    path, body = f"/sessions/{session['id']}/review", {"decision": "approve"}
    told = khoa.post(path, body, headers=english, expect=409).json
    assert told["detail"] == "The session is “Approved”, so it cannot be approved."
    waiting = lan.record(world.body(lan.team, participants=30))
    one = {"id": waiting["id"], "etag": '"v1"'}
    told = khoa.post("/reviews", {"decision": "refuse", "sessions": [one]}, expect=422).json
    assert told["errors"][0]["pointer"] == "/decision"
    assert told["errors"][0]["detail"] == "Ở đây chỉ có thể là: approve, reopen."
