"""The phone's outbox arrives: each item is taken once, a bad one stands in nobody's way, and what
changed comes back in order."""

import threading
import uuid
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server import clock
from server.sessions.content import content_hash
from server.sync.spans import gaps, joined, size
from tests.world import NOON, changes

DEVICE = str(uuid.uuid4())


def item(op="record", seq=1, *, id=None, **more):
    return {"client_seq": seq, "op": op, "id": id or str(uuid.uuid4()), **more}


def push(person, *items, expect=200, **more):
    batch = {
        "user_id": person.id,
        "device_id": DEVICE,
        "device_time": NOON.isoformat(),
        "items": list(items),
    }
    return person.post("/sync", batch | more, expect=expect).json


def test_a_week_of_sessions_arrives_at_once_and_again_adds_nothing(world):
    lan = world.volunteer("Lan")
    week = [
        item(seq=day, session=world.body(lan.team, date=f"2026-11-{10 + day}"))
        for day in range(1, 8)
    ]
    first = push(lan, *week)["results"]
    assert [(r["status"], r["replay"]) for r in first] == [(201, False)] * 7
    assert [r["client_seq"] for r in first] == list(range(1, 8))
    for sent, result in zip(week, first, strict=True):
        assert result["content_hash"] == content_hash(sent["session"])
        assert result["session"]["id"] == result["id"] == sent["id"]
        assert result["session"]["receipt_code"].startswith("B-")
        assert result["etag"] == '"v1"'
    again = push(lan, *week)["results"]
    assert [(r["status"], r["replay"]) for r in again] == [(200, True)] * 7
    assert len(lan.get("/sessions").json["items"]) == 7


@pytest.mark.parametrize(
    "poison",
    [
        {"id": "not-a-uuid"},
        {"session": None},
        {"session": {"participants": -5}},
        {"session": {"team_id": 1, "unknown": True}},
        {"op": "amend"},
        {"op": "withdraw"},
        {"op": "amend", "if_match": "nonsense", "session": {}},
    ],
)
def test_a_bad_item_first_in_the_queue_stands_in_nobodys_way(world, poison):
    lan = world.volunteer("Lan")
    bad = item(session=world.body(lan.team, participants=99_999)) | poison
    good = item(seq=2, session=world.body(lan.team))
    refused, taken = push(lan, bad, good)["results"]
    assert refused["problem"]["status"] == refused["status"] >= 400
    assert not refused["problem"]["retryable"]
    assert refused["session"] is None and refused["content_hash"] is None
    assert taken["status"] == 201


def test_faults_of_an_item_point_into_its_session(world):
    lan = world.volunteer("Lan")
    body = world.body(lan.team, participants=99_999)
    (result,) = push(lan, item(session=body))["results"]
    assert [e["pointer"] for e in result["problem"]["errors"]] == ["/participants"]
    (result,) = push(lan, item(session=world.body(lan.team, date="2026-12-01")))["results"]
    assert [e["code"] for e in result["problem"]["errors"]] == ["in_future"]
    assert [e["pointer"] for e in result["problem"]["errors"]] == ["/date"]


def test_amendments_and_withdrawals_go_the_same_way(world):
    lan, khoa = world.volunteer("Lan"), world.officer("Khoa")
    one, other = str(uuid.uuid4()), str(uuid.uuid4())
    push(
        lan,
        item(id=one, session=world.body(lan.team)),
        item(seq=2, id=other, session=world.body(lan.team)),
    )
    session = lan.get(f"/sessions/{one}").json
    khoa.review(session, "return", reasons=["wrong_date"], fields=["participants"])
    mended = item("amend", 3, id=one, if_match='"v2"', session=world.body(lan.team, note="Đã sửa"))
    taken_back = item("withdraw", 4, id=other, if_match='"v1"', reason="Ghi nhầm")
    results = push(lan, mended, taken_back)["results"]
    assert [(r["status"], r["session"]["state"]) for r in results] == [
        (200, "pending"),
        (200, "withdrawn"),
    ]
    again = push(lan, mended, taken_back)["results"]
    assert [(r["status"], r["replay"]) for r in again] == [(200, True), (200, True)]
    stale = item("amend", 5, id=one, if_match='"v1"', session=world.body(lan.team, participants=26))
    assert push(lan, stale)["results"][0]["problem"]["code"] == "stale"


def test_recorded_and_amended_in_one_batch_in_the_order_of_the_phone(world):
    lan = world.volunteer("Lan")
    key = str(uuid.uuid4())
    results = push(
        lan,
        item(id=key, session=world.body(lan.team)),
        item("amend", 2, id=key, if_match='"v1"', session=world.body(lan.team, participants=30)),
    )["results"]
    assert [r["status"] for r in results] == [201, 200]
    assert lan.get(f"/sessions/{key}").json["participants"] == 30


def test_somebody_elses_phone_stores_nothing(world):
    lan, mai = world.volunteer("Lan"), world.volunteer("Mai")
    body = {"user_id": lan.id, "device_id": DEVICE, "device_time": NOON.isoformat()}
    batch = body | {"items": [item(session=world.body(lan.team))]}
    assert mai.post("/sync", batch, expect=409).json["code"] == "wrong_user"
    assert lan.get("/sessions").json["items"] == []


def test_a_device_has_one_spelling(world):
    lan = world.volunteer("Lan")
    batch = [item(session=world.body(lan.team))]
    for odd in (DEVICE.upper(), f"{{{DEVICE}}}", DEVICE.replace("-", ""), str(uuid.UUID(int=0))):
        (wrong,) = push(lan, *batch, device_id=odd, expect=422)["errors"]
        assert (wrong["pointer"], wrong["code"]) == ("/device_id", "not_uuid")
    push(lan, *batch)


def test_more_than_fifty_items_are_refused_whole(world):
    lan = world.volunteer("Lan")
    batch = [item(seq=n + 1, session=world.body(lan.team)) for n in range(51)]
    assert push(lan, *batch, expect=422)["code"] == "invalid"
    assert lan.get("/sessions").json["items"] == []


def test_an_officer_hands_in_what_a_broken_phone_holds(world):
    lan, khoa, nam = world.volunteer("Lan"), world.officer("Khoa"), world.officer("Năm", "cụm Nam")
    waiting = item(session=world.body(lan.team))
    (result,) = push(khoa, waiting, recorded_by=lan.id)["results"]
    assert result["status"] == 201
    session = lan.get(f"/sessions/{waiting['id']}").json
    assert session["recorded_by"]["name"] == "Lan"
    assert session["submitted_by"]["name"] == "Khoa"
    # The phone comes back to life and sends the same.
    assert push(lan, waiting)["results"][0]["replay"] is True
    # Who handed it in does not review it; and nobody hands in for people out of their reach.
    assert khoa.review(session, "approve", expect=403)["code"] == "own_session"
    other = item(session=world.body(lan.team))
    refused = push(nam, other, recorded_by=lan.id, expect=422)
    assert refused["errors"][0]["pointer"] == "/recorded_by"


def test_handed_in_amendments_are_the_authors(world):
    lan, khoa = world.volunteer("Lan"), world.officer("Khoa")
    session = lan.record(world.body(lan.team))
    mended = item(
        "amend", id=session["id"], if_match='"v1"', session=world.body(lan.team, participants=30)
    )
    assert push(khoa, mended)["results"][0]["problem"]["code"] == "forbidden"
    assert push(khoa, mended, recorded_by=lan.id)["results"][0]["status"] == 200


def test_a_phone_hears_of_changes_once_and_in_order(world):
    lan, khoa = world.volunteer("Lan"), world.officer("Khoa")
    made = [lan.record(world.body(lan.team, participants=30 + n)) for n in range(5)]
    first = changes(lan)
    assert first["start_over"] and not first["has_more"]
    assert [s["id"] for s in first["items"]] == [s["id"] for s in made]
    assert changes(lan, first["next_cursor"])["items"] == []
    khoa.review(made[3], "approve")
    khoa.review(made[1], "return", reasons=["wrong_date"], fields=["participants"])
    then = changes(lan, first["next_cursor"])
    assert not then["start_over"]
    assert [(s["id"], s["state"]) for s in then["items"]] == [
        (made[3]["id"], "approved"),
        (made[1]["id"], "returned"),
    ]
    assert then["items"][1]["may"] == ["amend", "withdraw"]
    assert then["items"][1]["etag"] == '"v2"'
    assert then["items"][1]["review"]["by"]["name"] == "Khoa"


def test_changes_come_page_by_page_without_a_gap(world):
    lan, khoa = world.volunteer("Lan"), world.officer("Khoa")
    made = [lan.record(world.body(lan.team)) for _ in range(7)]
    wanted = [{"id": s["id"], "etag": '"v1"'} for s in made]
    khoa.post("/reviews", {"decision": "approve", "sessions": wanted})  # one transaction
    found, cursor, more = [], None, True
    while more:
        page = changes(lan, cursor, limit=2)
        found += [s["id"] for s in page["items"]]
        cursor, more = page["next_cursor"], page["has_more"]
    assert sorted(found) == sorted(s["id"] for s in made)


def test_a_phone_starts_over_when_its_owner_changes_teams(world):
    lan = world.volunteer("Lan")
    lan.record(world.body(lan.team))
    before = changes(lan)["next_cursor"]
    officer = world.officer("Khoa")
    other = world.team("Ấp 2")
    mai = world.person("Mai", team=other)
    mai.record(world.body(other, "Ấp 2"))
    officer.post(f"/teams/{other}/members", {"user_id": lan.id, "role": "member"}, expect=201)
    after = changes(lan, before)
    assert after["start_over"] and len(after["items"]) == 2


def test_a_phone_keeps_twelve_months_and_only_its_own(world):
    lan, mai = world.volunteer("Lan"), world.volunteer("Mai", "Ấp 2")
    lan.record(world.body(lan.team, date="2024-03-05"))
    kept = lan.record(world.body(lan.team, date="2025-12-01"))
    mai.record(world.body(mai.team, "Ấp 2"))
    assert [s["id"] for s in changes(lan)["items"]] == [kept["id"]]


def test_nothing_is_missed_while_others_write(world):
    """Readers that ask all the time while eight people write see everything exactly once."""
    people = [world.volunteer(f"Người {n}") for n in range(4)]
    reader = people[0]
    for other in people[1:]:
        other.team = reader.team
    with reader.app.app_context():
        from server.extensions import db, write
        from server.teams.models import TeamMember

        def join():
            for other in people[1:]:
                db.session.add(
                    TeamMember(
                        team_id=reader.team, user_id=other.id, role="member",
                        joined_on=clock.local_date(NOON),
                    )
                )  # fmt: skip

        write(join)
    made, seen, cursor = [], [], None

    def work(person):
        for _ in range(6):
            made.append(person.record(world.body(reader.team))["id"])

    writers = [threading.Thread(target=work, args=[person]) for person in people]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        page = changes(reader, cursor, limit=3, at_once=True)
        seen += [s["id"] for s in page["items"]]
        cursor = page["next_cursor"]
    for writer in writers:
        writer.join()
    page = {"has_more": True}
    while page["has_more"]:
        page = changes(reader, cursor, limit=3)
        seen += [s["id"] for s in page["items"]]
        cursor = page["next_cursor"]
    assert sorted(seen) == sorted(made)


def test_numbers_from_another_cluster_do_not_hide_sessions(world):
    """After a restore into a new PostgreSQL the numbers may be ahead of its transactions."""
    from sqlalchemy import update

    from server.extensions import db, write
    from server.sessions.models import OutreachSession
    from server.sync.actions import renumber

    lan = world.volunteer("Lan")
    made = lan.record(world.body(lan.team))
    cursor = changes(lan)["next_cursor"]
    with lan.app.app_context():
        write(db.session.execute, update(OutreachSession).values(change_number=2**40))
        write(renumber)
    assert [s["id"] for s in changes(lan)["items"]] == [made["id"]]
    assert [s["id"] for s in changes(lan, cursor)["items"]] in ([], [made["id"]])


def phones_of(asking, person):
    return asking.get("/sync/phones", query_string={"user": person.id}).json["items"]


@pytest.mark.parametrize("lost", [1, 2, 7])
def test_records_that_a_cleared_browser_lost_are_missed(world, lost):
    lan, khoa = world.volunteer("Lan"), world.officer("Khoa")
    push(lan, item(seq=1, session=world.body(lan.team)), waiting=[])
    later = item(seq=2 + lost, session=world.body(lan.team))
    assert push(lan, later, waiting=[])["missing"] == [[2, 1 + lost]]
    (phone,) = phones_of(khoa, lan)
    assert (phone["missing"], phone["waiting"]) == (lost, 0)


def test_what_waits_was_given_up_or_refused_is_not_missed(world):
    lan = world.volunteer("Lan")
    bad = item(seq=1, session={"participants": -1})
    assert push(lan, bad, waiting=[3], given_up=[2])["missing"] == []
    assert push(lan, item(seq=4, session=world.body(lan.team)), waiting=[3])["missing"] == []
    assert phones_of(lan, lan)[0]["waiting"] == 1
    assert push(lan, item(seq=3, session=world.body(lan.team)), waiting=[])["missing"] == []


def test_a_wrong_clock_is_known_and_phones_are_seen_by_those_in_charge(world):
    lan = world.volunteer("Lan")
    push(lan, device_time="2025-11-21T05:00:00Z")
    (phone,) = phones_of(world.officer("Khoa"), lan)
    assert phone["clock_ahead"] == -365 * 24 * 3600
    push(lan, device_time="9999-12-31T00:00:00Z")
    assert phones_of(lan, lan)[0]["clock_ahead"] == 10**9
    for stranger in (world.officer("Năm", "cụm Nam"), world.volunteer("Mai", "Ấp 2")):
        stranger.get("/sync/phones", query_string={"user": lan.id}, expect=422)


@given(st.lists(st.lists(st.integers(1, 40))))
def test_spans_hold_exactly_the_numbers_put_in(batches):
    spans, numbers = [], set()
    for batch in batches:
        spans, numbers = joined(spans, batch), numbers | set(batch)
    held = {n for first, last in spans for n in range(first, last + 1)}
    absent = {n for first, last in gaps(spans) for n in range(first, last + 1)}
    assert held == numbers and size(spans) == len(numbers)
    assert absent == set(range(1, max(numbers, default=0))) - numbers
    assert all(later[0] > earlier[1] + 1 for earlier, later in pairwise(spans))


def test_nobodys_name_hides_whose_work_it_is(world):
    """An officer's own entry is reviewed from above, also when it is handed in as a volunteer's."""
    lan, mai = world.volunteer("Lan"), world.volunteer("Mai", "Ấp 2")
    khoa, peer = world.officer("Khoa"), world.officer("Năm")
    refused = push(khoa, item(session=world.body(lan.team)), recorded_by=mai.id)["results"]
    assert refused[0]["problem"]["errors"][0]["code"] == "no_such_team"
    handed = item(session=world.body(lan.team))
    push(khoa, handed, recorded_by=lan.id)
    session = lan.get(f"/sessions/{handed['id']}").json
    assert peer.review(session, "approve", expect=403)["code"] == "level_above"
    assert world.province().review(session, "approve")["state"] == "approved"


def test_a_phone_that_counts_oddly_fills_no_table(world):
    lan = world.volunteer("Lan")
    answer = push(lan, item(seq=1, session=world.body(lan.team)), given_up=[2**31 - 1], waiting=[])
    assert answer["missing"] == []
    for turn in range(3):
        push(lan, given_up=[3000 * turn + 2 * n + 3 for n in range(1000)])
    assert len(push(lan)["missing"]) <= 500
