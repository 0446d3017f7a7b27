"""Nothing lost, nothing twice: when answers are lost, ids reused, and two people meet."""

import threading
import unicodedata
import uuid

import pytest


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
    recorded = lan.record(body, session_id=key)
    for _ in range(2):
        lan.withdraw(recorded)
    assert lan.record(body, session_id=key, expect=410)["code"] == "session_withdrawn"
    assert total(world) == 0


def test_two_officers_at_once_and_one_wins(world):
    lan, khoa, nam = world.volunteer(), world.officer("Khoa"), world.officer("Nam")
    recorded = lan.record(world.body(lan.team))
    assert khoa.review(recorded, "approve")["state"] == "approved"
    lost = nam.review(recorded, "return", reasons=["wrong_date"], expect=412)
    assert (lost["code"], lost["current_version"]) == ("stale", 2)


def at_once(person, method, path, body, *, threads=8, headers=None):
    """The same request from several threads; the statuses of the answers."""
    statuses, signed = [], {"Authorization": f"Bearer {person.token}"} | (headers or {})

    def send():
        client = person.app.test_client()
        answer = client.open(f"/api/v1{path}", method=method, json=body, headers=signed)
        statuses.append(answer.status_code)

    running = [threading.Thread(target=send) for _ in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    return sorted(statuses)


def test_many_threads_with_one_id_record_it_once(world):
    lan = world.volunteer()
    body = world.body(lan.team)
    for _ in range(4):
        statuses = at_once(lan, "PUT", f"/sessions/{uuid.uuid4()}", body)
        assert statuses == [200] * 7 + [201]
    assert total(world) == 100


# --- Decisions whose answer was lost --------------------------------------------------------------

RETURN = {
    "decision": "return",
    "reasons": ["wrong_date", "implausible"],
    "fields": ["date"],
    "comment": "Xem lại ngày",
}
REFUSE = {"decision": "refuse", "comment": "Không có buổi này"}
REOPEN = {"decision": "reopen", "comment": "Duyệt nhầm"}
DECISIONS = [{"decision": "approve"}, RETURN, REFUSE, REOPEN]


def decide(person, session, decision, expect=200):
    path, tag = f"/sessions/{session['id']}/review", f'"v{session["version"]}"'
    return person.post(path, decision, headers={"If-Match": tag}, expect=expect)


def to_decide(khoa, session, decision):
    """The session as it is when that decision can be taken about it."""
    return khoa.review(session, "approve") if decision is REOPEN else session


def actions(person, session):
    return [h["action"] for h in person.get(f"/sessions/{session['id']}/history").json["items"]]


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda one: one["decision"])
def test_a_lost_answer_to_a_decision_is_given_again_to_who_took_it_and_to_nobody_else(
    world, decision
):
    lan, khoa, nam = world.volunteer(), world.officer("Khoa"), world.officer("Nam")
    seen = to_decide(khoa, lan.record(world.body(lan.team)), decision)
    first = decide(khoa, seen, decision)
    told, counted = actions(khoa, seen), total(world)
    other_order = decision | {"reasons": decision.get("reasons", [])[::-1]}
    for again in (decision, other_order):
        answer = decide(khoa, seen, again)
        assert (answer.json, answer.headers["ETag"]) == (first.json, first.headers["ETag"])
        assert answer.headers["Idempotent-Replay"] == "true"
    assert "Idempotent-Replay" not in first.headers
    # In other words, about other fields, another decision, or by another: somebody was faster.
    for other in DECISIONS:
        if other is not decision:
            decide(khoa, seen, other, expect=412)
    decide(khoa, seen, decision | {"comment": "Lời khác"}, expect=412)
    decide(khoa, seen, decision | {"fields": ["note"]}, expect=412)
    decide(nam, seen, decision, expect=412)
    assert (actions(khoa, seen), total(world)) == (told, counted)


def test_who_decides_again_after_others_went_on_is_told_so(world):
    """And is given no version that they never saw, to undo somebody else's decision with."""
    lan, khoa, nam = world.volunteer(), world.officer("Khoa"), world.officer("Nam")
    recorded = lan.record(world.body(lan.team))
    approved = decide(khoa, recorded, {"decision": "approve"}).json
    reopened = decide(nam, approved, REOPEN).json
    wanted = {"decision": "approve", "sessions": [{"id": recorded["id"], "etag": '"v1"'}]}
    for _ in range(2):
        decide(khoa, recorded, {"decision": "approve"}, expect=412)
        assert khoa.post("/reviews", wanted).json["results"][0]["status"] == 412
        decide(nam, reopened, {"decision": "approve"})
    assert actions(khoa, recorded) == ["recorded", "approved", "reopened", "approved"]
    assert total(world, world.province()) == 25


def test_many_decisions_sent_again_are_answered_as_at_first(world):
    lan, khoa, nam = world.volunteer(), world.officer("Khoa"), world.officer("Nam")
    days = ("2026-11-16", "2026-11-17", "2026-11-18")
    one, two, new = (lan.record(world.body(lan.team, date=day)) for day in days)

    def approve(who, *sessions):
        wanted = [{"id": s["id"], "etag": f'"v{s["version"]}"'} for s in sessions]
        asked = {"decision": "approve", "sessions": wanted}
        return who.post("/reviews", asked).json["results"]

    first = approve(khoa, one, two)
    again = approve(khoa, one, two, new)
    assert again[:2] == first and [r["status"] for r in again] == [200, 200, 200]
    assert [r["status"] for r in approve(nam, one, two)] == [412, 412]
    # One at a time or many, it is the same decision.
    assert decide(khoa, one, {"decision": "approve"}).headers["Idempotent-Replay"] == "true"
    assert all(actions(khoa, s) == ["recorded", "approved"] for s in (one, two, new))
    assert total(world) == 75


def test_many_threads_with_one_decision_take_it_once(world):
    lan, khoa = world.volunteer(), world.officer()
    for decision in (REFUSE, {"decision": "approve"}):
        recorded = lan.record(world.body(lan.team))
        path = f"/sessions/{recorded['id']}/review"
        assert at_once(khoa, "POST", path, decision, headers={"If-Match": '"v1"'}) == [200] * 8
        assert len(actions(khoa, recorded)) == 2
    assert total(world) == 25


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
