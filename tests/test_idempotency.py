"""Nothing lost, nothing twice: when answers are lost, ids reused, and two people meet."""

import threading
import unicodedata
import uuid


def amend(person, session, body, *, version=None, expect=200):
    headers = {"If-Match": f'"v{version or session["version"]}"'}
    return person.put(f"/sessions/{session['id']}", body, headers=headers, expect=expect)


def total(world, person=None):
    hanh = person or world.province("Thu")
    query = "/rollups?period=2026-11&state=provisional"
    return hanh.get(query).json["total"]["participants"]


def test_the_same_request_again_gets_its_own_receipt(world):
    lan = world.volunteer()
    body, key = world.body(lan.team, note="Đông vui"), str(uuid.uuid4())
    first = lan.record(body, session_id=key)
    shuffled = dict(reversed(body.items())) | {"note": unicodedata.normalize("NFD", "Đông vui")}
    for again in (body, shuffled, body | {"client": None}):
        again = {k: v for k, v in again.items() if v is not None}
        answer = lan.put(f"/sessions/{key}", again)
        assert answer.headers["Idempotent-Replay"] == "true"
        assert answer.json["receipt_code"] == first["receipt_code"]
        assert answer.json["content_hash"] == first["content_hash"]
    assert total(world) == 25


def test_a_replay_after_review_shows_the_present_state(world):
    lan, khoa = world.volunteer(), world.officer()
    body, key = world.body(lan.team), str(uuid.uuid4())
    khoa.review(lan.record(body, session_id=key), "approve")
    answer = lan.put(f"/sessions/{key}", body)
    assert (answer.json["state"], answer.headers["ETag"]) == ("approved", '"v2"')


def test_the_same_id_with_other_content_is_a_conflict(world):
    lan = world.volunteer()
    body, key = world.body(lan.team), str(uuid.uuid4())
    lan.record(body, session_id=key)
    refused = lan.record(body | {"participants": 26}, session_id=key, expect=409)
    assert refused["code"] == "session_conflict"
    assert total(world) == 25


def test_a_lost_answer_to_an_amendment_is_a_replay_not_a_412(world):
    lan = world.volunteer()
    recorded = lan.record(world.body(lan.team))
    new = world.body(lan.team, participants=30)
    assert amend(lan, recorded, new).json["version"] == 2
    again = amend(lan, recorded, new)
    assert (again.json["version"], again.headers["Idempotent-Replay"]) == (2, "true")
    stale = amend(lan, recorded, new | {"participants": 31}, expect=412)
    assert stale.json["current_version"] == 2
    assert total(world) == 30


def test_changing_what_is_there_needs_if_match(world):
    lan, khoa = world.volunteer(), world.officer()
    recorded = lan.record(world.body(lan.team))
    khoa.post(f"/sessions/{recorded['id']}/review", {"decision": "approve"}, expect=428)
    lan.call("DELETE", f"/sessions/{recorded['id']}", json={"reason": "Ghi nhầm"}, expect=428)
    lan.put(
        f"/sessions/{recorded['id']}",
        world.body(lan.team, participants=30),
        headers={"If-Match": 'W/"v1"'},
        expect=412,
    )


def test_a_withdrawn_session_is_gone_for_good(world):
    lan = world.volunteer()
    body, key = world.body(lan.team), str(uuid.uuid4())
    lan.record(body, session_id=key)
    for _ in range(2):
        lan.call(
            "DELETE",
            f"/sessions/{key}",
            json={"reason": "Ghi nhầm"},
            headers={"If-Match": '"v1"'},
            expect=204,
        )
    assert lan.record(body, session_id=key, expect=410)["code"] == "session_withdrawn"
    assert total(world) == 0


def test_two_officers_at_once_and_one_wins(world):
    lan, khoa, nam = world.volunteer(), world.officer("Khoa"), world.officer("Nam")
    recorded = lan.record(world.body(lan.team))
    assert khoa.review(recorded, "approve")["state"] == "approved"
    lost = nam.review(recorded, "return", reasons=["wrong_date"], expect=412)
    assert (lost["code"], lost["current_version"]) == ("stale", 2)


def test_many_threads_with_one_id_record_it_once(world):
    lan = world.volunteer()
    body = world.body(lan.team)
    for _ in range(4):
        key, statuses = str(uuid.uuid4()), []

        def put(key=key, statuses=statuses):
            client = lan.app.test_client()
            headers = {"Authorization": f"Bearer {lan.token}"}
            answer = client.put(f"/api/v1/sessions/{key}", json=body, headers=headers)
            statuses.append(answer.status_code)

        threads = [threading.Thread(target=put) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(statuses) == [200] * 7 + [201]
    assert total(world) == 100


def test_returned_mended_and_approved_with_the_officers_words(world):
    lan, khoa = world.volunteer(), world.officer()
    recorded = lan.record(world.body(lan.team))
    assert khoa.review(recorded, "return", expect=422)["errors"][0]["code"] == "reason_required"
    returned = khoa.review(
        recorded,
        "return",
        reasons=["implausible"],
        fields=["services.edongthap.completed"],
        comment="Kiểm tra lại số lượt e-Dongthap",
    )
    seen = lan.get(f"/sessions/{recorded['id']}").json
    assert (seen["state"], seen["may"]) == ("returned", ["amend", "withdraw"])
    assert seen["review"]["fields"] == ["services.edongthap.completed"]
    assert seen["review"]["by"]["name"] == "Khoa"
    body = world.body(lan.team)
    body["services"][1]["completed"] = 9
    mended = amend(lan, returned, body).json
    assert (mended["state"], mended["reviewed_by"]) == ("pending", None)
    khoa.review(mended, "approve")
    history = khoa.get(f"/sessions/{recorded['id']}/history").json["items"]
    assert [h["action"] for h in history] == ["recorded", "returned", "amended", "approved"]
    assert history[2]["changes"] == [{"field": "services.edongthap.completed", "from": 12, "to": 9}]


def test_many_are_approved_with_an_answer_for_each(world):
    lan, khoa = world.volunteer(), world.officer()
    good, stale = (lan.record(world.body(lan.team, date=d)) for d in ("2026-11-17", "2026-11-18"))
    khoa.review(stale, "return", reasons=["duplicate"])
    wanted = [{"id": s["id"], "etag": f'"v{s["version"]}"'} for s in (good, stale)]
    wanted.append({"id": "x", "etag": '"v1"'})
    answer = khoa.post("/reviews", {"decision": "approve", "sessions": wanted}).json
    assert [r["status"] for r in answer["results"]] == [200, 412, 404]
    assert answer["results"][0]["state"] == "approved"


def test_a_compressed_answer_carries_the_same_tag(world):
    lan = world.volunteer()
    recorded = lan.record(world.body(lan.team, note="Đông vui. " * 50))
    answer = lan.get(f"/sessions/{recorded['id']}", headers={"Accept-Encoding": "br"})
    assert (answer.headers["Content-Encoding"], answer.headers["ETag"]) == ("br", '"v1"')
