"""An approved session is asked back by its author, and reopened or left by an officer."""

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
    lan.post(path, {"reason": "Sai cả ngày"})
    etag = {"If-Match": f'"v{seen["version"]}"'}
    thu.call("DELETE", path, headers=etag, expect=412)
    (seen,) = asked_back(thu)
    thu.call("DELETE", path, headers={"If-Match": f'"v{seen["version"]}"'})
    khoa.review(seen, "reopen", comment="Chậm hơn", expect=412)
    assert khoa.get(f"/sessions/{session['id']}").json["state"] == "approved"


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
