"""Whatever the network, the server, the page or a second tab does: each session arrives once.

The faults are real (tests/faulty_proxy.py): bytes that go missing on sockets, a server that is
killed while it works, a page whose process dies. `make soak` runs the long forms."""

import json
import os
import random
import subprocess
import sys
import time
from collections import Counter

import pytest
from playwright.sync_api import Error, expect

from tests.chromium import PHONE
from tests.demo_server import ROOT
from tests.faulty_proxy import FAULTS, FaultyProxy
from tests.journeys.outbox import Outbox
from tests.journeys.steps import (
    fill_in,
    give_in,
    go_home,
    outbox,
    read_back,
    sign_in,
    start_recording,
)

SOAK = os.environ.get("SOAK") == "1"
EACH, IN_TWO_TABS, KILLS = (50, 200, 50) if SOAK else (20, 40, 6)
SENDING = "/api/v1/sync"
ALL_SENT = "Đã gửi hết"
# As on a road between two masts: nobody waits for the phone's own patience to end.
FLICKER = "setInterval(() => dispatchEvent(new Event('online')), 200)"
# As many batches in a row as it takes to get down to single sessions, and a few of those.
TIMES = dict.fromkeys(FAULTS, 5) | {"duplicated": 1, "delayed": 1, "server_killed": 2}


@pytest.fixture
def network(demo):
    with FaultyProxy(demo.port, demo.kill, demo.start) as network:
        network.watch(SENDING)
        yield network


@pytest.fixture
def volunteer(server):
    return server.newcomer_far_away("Đặng Thị Bền")


@pytest.fixture
def kept(server, volunteer):
    return Outbox(server.call(volunteer, "GET", "/auth/me")["user"]["id"])


@pytest.fixture
def phone(a_device, network, volunteer, faults):
    faults.expect("net::ERR_", f"(400|403|413|500) .*{SENDING}", "/favicon")
    return sign_in(a_device(PHONE, network.address), volunteer)


def arrived(server, volunteer) -> Counter:
    """How often the server has each number of turns: every session of a test has its own."""
    mine = server.call(volunteer, "GET", "/sessions?mine=true&limit=100")
    found = list(mine["items"])
    while mine["next_cursor"]:
        path = f"/sessions?mine=true&limit=100&cursor={mine['next_cursor']}"
        mine = server.call(volunteer, "GET", path)
        found += mine["items"]
    assert {one["version"] for one in found} <= {1}
    return Counter(one["participants"] for one in found)


def put(phone, kept, server, volunteer, turns):
    body = server.body(volunteer, 1)
    kept.put(phone, *(body | {"participants": n, "note": f"Buổi thứ {n}"} for n in turns))


def test_each_session_arrives_once(phone, kept, network, server, volunteer):
    """One fault after another, on one phone."""
    for i, fault in enumerate(FAULTS):
        *others, last = range(i * EACH + 1, (i + 1) * EACH + 1)
        network.play(fault, TIMES[fault])
        put(phone, kept, server, volunteer, others)
        give_in(phone, last)
        flickering = phone.evaluate(FLICKER)
        go_home(phone)
        expect(outbox(phone)).to_have_text(ALL_SENT, timeout=60_000)
        phone.evaluate("clearInterval", flickering)
        assert kept.items(phone) == [], fault
        assert arrived(server, volunteer) == Counter(range(1, last + 1)), fault
        assert network.calm() == 0, f"{fault} was not played to the end"


def test_bad_ones_at_the_head_of_the_queue_stand_in_nobodys_way(
    phone, kept, server, volunteer, network
):
    good = server.body(volunteer, 1)
    bad = [
        good | {"note": "Bà con: 087165001234"},
        # An emoji cut in half by a limit, a text that no request may be as long as.
        good | {"note": "\ud83d"},
        good | {"note": "dài " * 80_000},
        good | {"participants": "nhiều", "date": "hôm qua"},
    ]
    kept.put(phone, *bad, *(good | {"participants": n} for n in range(1, 6)))
    phone.reload()
    phone.evaluate(FLICKER)
    # Two are read and refused, with a reason each; two break every batch that they are in, until
    # each is alone and told why.
    expect(outbox(phone)).to_have_text("4 buổi cần sửa")
    kept.wait_for(phone, 4)
    assert arrived(server, volunteer) == Counter(range(1, 6))


def crash(page):
    """The page's process dies as in want of memory: nothing in it gets to say goodbye."""
    with page.expect_event("crash"), pytest.raises(Error):
        page.goto("chrome://crash")
    page.close()


def test_a_page_killed_between_saving_and_receipt_loses_nothing(
    phone, kept, server, volunteer, network
):
    chance = random.Random(20261121)
    context, safe = phone.context, []
    for turns in range(1, KILLS + 1):
        network.play(chance.choice(("delayed", "request_lost", "request_cut", "answer_lost")), 2)
        start_recording(phone)
        fill_in(phone, turns, cashless=(turns, 0), edongthap=(turns, 0))
        read_back(phone)
        phone.get_by_role("button", name="Đúng, gửi đi").click(no_wait_after=True)
        # This is the moment of the kill, and no wait for anything.
        time.sleep(chance.uniform(0, 0.8))
        crash(phone)
        phone = context.new_page()
        # Of the same origin, and not the app: nothing is sent while it is looked at.
        phone.goto("/favicon.svg")
        saved, drafts = kept.turns(phone), kept.drafts(phone)
        is_safe = turns in saved or arrived(server, volunteer)[turns] == 1
        assert is_safe or turns in drafts
        assert not (turns in saved and turns in drafts), "saved, and still a draft"
        safe += [turns] * is_safe
        network.calm()
        phone.goto("/")

    expect(outbox(phone)).to_have_text(ALL_SENT)
    assert arrived(server, volunteer) == Counter(safe)
    assert len(safe) > KILLS // 2


def test_two_tabs_that_send_at_once_send_each_session_once(phone, kept, server, volunteer, network):
    other = phone.context.new_page()
    other.goto("/")
    expect(outbox(other)).to_have_text(ALL_SENT)
    network.play("delayed", 2)
    put(phone, kept, server, volunteer, range(1, IN_TWO_TABS + 1))
    for tab in (phone, other):
        tab.evaluate("void dispatchEvent(new Event('online'))")
    kept.wait_for(phone, 0)
    # Each sees what came of it, whichever sent it.
    for tab in (phone, other):
        expect(outbox(tab)).to_have_text(ALL_SENT)
    assert arrived(server, volunteer) == Counter(range(1, IN_TWO_TABS + 1))
    sent = Counter(
        item["id"] for request in network.requests for item in json.loads(request.body)["items"]
    )
    assert set(sent.values()) == {1}


def test_the_totals_have_counted_each_of_them_once(demo):
    """After everything above."""
    verify = [sys.executable, "-m", "flask", "--app", "wsgi", "rollups", "verify"]
    done = subprocess.run(verify, cwd=ROOT, env=demo.env, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
