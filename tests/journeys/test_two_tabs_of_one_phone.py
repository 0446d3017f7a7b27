"""The app open twice on one phone: nobody's work becomes another's, and no session another."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.steps import (
    EDONGTHAP,
    NO_NETWORK,
    confirm,
    count,
    go_home,
    lose_signal,
    outbox,
    read_back,
    sign_in,
    start_recording,
    teach,
    type_in,
)

TURNS = "Số lượt người được hướng dẫn"


@pytest.fixture(autouse=True)
def the_network_is_bad(faults):
    faults.expect(NO_NETWORK, r"409 .*/api/v1/")


def another_tab(phone, path="/"):
    tab = phone.context.new_page()
    tab.goto(path)
    return tab


def give_in(tab, turns):
    count(tab, TURNS).fill(str(turns))
    teach(tab, EDONGTHAP, turns, 1)
    read_back(tab)
    confirm(tab)


def test_two_tabs_that_opened_one_draft_send_two_sessions(a_phone, server):
    mai = server.newcomer("Trần Thị Mai")
    first = sign_in(a_phone(), mai)
    start_recording(first)
    count(first, TURNS).fill("11")
    expect(first.get_by_text("Đã lưu")).to_be_visible()
    second = another_tab(first)
    second.get_by_role("link", name=re.compile("^Ghi tiếp bản nháp")).click()
    expect(count(second, TURNS)).to_have_value("11")
    lose_signal(first)
    first.bring_to_front()
    give_in(first, 11)
    second.bring_to_front()
    expect(count(second, TURNS)).to_have_value("")
    give_in(second, 77)
    go_home(second)
    expect(outbox(second)).to_have_text("2 buổi chưa gửi")
    first.context.set_offline(False)
    expect(outbox(second)).to_have_text("Đã gửi hết")
    assert [len(server.sessions(mai, turns)) for turns in (11, 77)] == [1, 1]


def test_a_tab_of_one_person_does_nothing_for_the_next_who_signed_in_elsewhere(a_phone, server):
    mai, binh = server.newcomer("Trần Thị Mai"), server.newcomer("Lê Văn Bình")
    server.send(mai, 22)
    server.send(binh, 44)
    first = sign_in(a_phone(), mai)
    expect(first.get_by_text("· 22 lượt")).to_be_visible()

    second = another_tab(first, "/tai-khoan")
    second.get_by_role("button", name="Đăng xuất").click()
    second.get_by_role("dialog").get_by_role("button", name="Đăng xuất").click()
    type_in(second, binh.phone, binh.secret)
    expect(second.get_by_text("· 44 lượt")).to_be_visible()

    # Still hers on the screen; asked for anything, the app finds out whose phone it is now.
    first.get_by_role("navigation").get_by_role("link", name="Buổi", exact=True).click()
    expect(first.get_by_text("· 44 lượt")).to_be_visible()
    expect(first.get_by_text("· 22 lượt")).to_have_count(0)
    mine = first.evaluate(CACHED, server.call(mai, "GET", "/auth/me")["user"]["id"])
    assert mine == [22]


CACHED = """(person) => new Promise((done) => {
  indexedDB.open(`nhat-ky-to-so-${person}`).onsuccess = ({ target }) => {
    target.result.transaction("sessions").objectStore("sessions").getAll().onsuccess = (rows) =>
      done(rows.target.result.map((session) => session.participants));
  };
})"""


def test_what_waits_is_changed_or_dropped_by_its_author(a_phone, server):
    mai = server.newcomer("Trần Thị Mai")
    phone = sign_in(a_phone(), mai)
    # The moment in which the worker takes the page over may let a request past the closed road.
    phone.wait_for_function("() => navigator.serviceWorker.controller")
    phone.context.route("**/api/v1/sync", lambda route: route.abort())
    for turns in (31, 32):
        start_recording(phone)
        give_in(phone, turns)
        go_home(phone)
    expect(outbox(phone)).to_have_text("2 buổi chưa gửi")

    opened(phone, 31).get_by_role("link", name="Sửa", exact=True).click()
    give_in(phone, 35)
    go_home(phone)
    opened(phone, 32).get_by_role("button", name="Bỏ buổi này").click()
    phone.get_by_role("dialog", name="Bỏ buổi này").get_by_role("button", name="Bỏ hẳn").click()
    expect(phone.get_by_text("· 32 lượt")).to_have_count(0)

    phone.context.unroute_all()
    phone.get_by_role("button", name="Gửi lại").click()
    phone.get_by_role("navigation").get_by_role("link", name="Trang chủ").click()
    expect(outbox(phone)).to_have_text("Đã gửi hết")
    assert [len(server.sessions(mai, turns)) for turns in (31, 32, 35)] == [0, 0, 1]


def opened(phone, turns):
    phone.get_by_role("navigation").get_by_role("link", name="Buổi", exact=True).click()
    phone.get_by_role("main").get_by_role("link", name=f"· {turns} lượt").click()
    return phone.get_by_role("main")
