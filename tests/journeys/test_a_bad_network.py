"""What a volunteer sent is on the phone or on the server, never nowhere and never twice."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.steps import (
    KEPT,
    LAN,
    NO_NETWORK,
    confirm,
    count,
    fill_in,
    give_in,
    go_home,
    lose_signal,
    outbox,
    read_back,
    receipt,
    sign_in,
    start_recording,
)

SENDING = "**/api/v1/sync"


@pytest.fixture(autouse=True)
def the_network_is_bad(faults):
    faults.expect(NO_NETWORK)


def others(phone):
    """Sessions that the server has and the phone remembers."""
    return phone.get_by_role("main").get_by_role("link", name=re.compile("Đã duyệt"))


def test_without_a_network_it_waits_on_the_phone_and_is_sent_once(a_phone, server):
    lan = sign_in(a_phone(), LAN)
    start_recording(lan)
    fill_in(lan, 41, cashless=(41, 5), edongthap=(41, 6))
    lose_signal(lan)
    read_back(lan)
    confirm(lan)
    expect(lan.get_by_text(KEPT)).to_be_visible()
    go_home(lan)
    expect(outbox(lan)).to_have_text("1 buổi chưa gửi")

    # The app is closed and opened again, and still nothing gets through.
    lan.context.route(SENDING, lambda route: route.abort())
    lan.context.set_offline(False)
    lan.reload()
    expect(outbox(lan)).to_have_text("1 buổi chưa gửi")
    assert server.sessions(LAN, 41) == []

    lan.context.unroute_all()
    lan.context.set_offline(True)
    lan.context.set_offline(False)
    expect(outbox(lan)).to_have_text("Đã gửi hết")
    assert len(server.sessions(LAN, 41)) == 1


def test_the_list_is_read_without_a_network_and_the_unsent_one_becomes_received(a_phone, server):
    lan = sign_in(a_phone(), LAN)
    start_recording(lan)
    lose_signal(lan)
    fill_in(lan, 57, cashless=(57, 5), edongthap=(57, 6))
    read_back(lan)
    confirm(lan)
    go_home(lan)
    lan.get_by_role("navigation", name="Các màn hình").get_by_role("link", name="Buổi").click()
    row = lan.get_by_role("main").get_by_role("link", name=re.compile("· 57 lượt"))
    expect(row).to_contain_text("Chưa gửi")
    expect(others(lan)).not_to_have_count(0)
    others(lan).first.click()
    expect(lan.get_by_text("Mã buổi")).to_be_visible()
    lan.get_by_role("link", name="Quay lại").click()

    # Looked at on every frame: there is never none, and at the end only the one received.
    lan.evaluate("""() => {
      window.gone = 0;
      const look = () => {
        if (!document.querySelector("main").innerText.includes("57 lượt")) window.gone += 1;
        requestAnimationFrame(look);
      };
      look();
    }""")
    lan.context.set_offline(False)
    expect(row).to_contain_text("Chờ duyệt")
    expect(row).to_have_count(1)
    assert lan.evaluate("window.gone") == 0
    assert len(server.sessions(LAN, 57)) == 1


def test_the_last_keystroke_before_a_reload_is_kept(a_phone):
    lan = sign_in(a_phone(), LAN)
    start_recording(lan)
    count(lan, "Số lượt người được hướng dẫn").fill("58")
    lan.reload()
    expect(count(lan, "Số lượt người được hướng dẫn")).to_have_value("58")
    lan.get_by_role("button", name="Bỏ, ghi lại từ đầu").click()
    expect(count(lan, "Số lượt người được hướng dẫn")).to_have_value("")


def test_a_lost_answer_makes_no_second_session(a_phone, server):
    lan = sign_in(a_phone(), LAN)

    def lose_the_answer(route):
        route.fetch()
        route.abort()

    lan.context.route(SENDING, lose_the_answer)
    give_in(lan, 42)
    expect(lan.get_by_text(KEPT)).to_be_visible()
    (stored,) = server.sessions(LAN, 42)

    lan.context.unroute_all()
    lan.get_by_role("button", name="Gửi lại").click()
    assert receipt(lan) == stored["receipt_code"]
    (still,) = server.sessions(LAN, 42)
    assert still["version"] == stored["version"]


def test_the_page_of_a_cafés_network_is_no_receipt(a_phone, server):
    lan = sign_in(a_phone(), LAN)
    portal = {"status": 200, "content_type": "text/html", "body": "<h1>Chào mừng đến quán</h1>"}
    lan.context.route(SENDING, lambda route: route.fulfill(**portal))
    give_in(lan, 43)
    expect(lan.get_by_text(KEPT)).to_be_visible()
    assert server.sessions(LAN, 43) == []

    lan.context.unroute_all()
    lan.get_by_role("button", name="Gửi lại").click()
    receipt(lan)
    assert len(server.sessions(LAN, 43)) == 1


def test_a_refused_one_explains_itself_and_stands_in_nobodys_way(a_phone, server):
    lan = sign_in(a_phone(), LAN)
    lose_signal(lan)
    start_recording(lan)
    fill_in(lan, 44, cashless=(44, 3), edongthap=(44, 4))
    lan.get_by_role("button", name=re.compile("^Thêm chi tiết")).click()
    lan.get_by_label("Ghi chú").fill("Bà con cần giúp: 087165001234")
    read_back(lan)
    confirm(lan)
    expect(lan.get_by_text(KEPT)).to_be_visible()
    go_home(lan)
    give_in(lan, 45)
    go_home(lan)
    expect(outbox(lan)).to_have_text("2 buổi chưa gửi")

    lan.context.set_offline(False)
    expect(outbox(lan)).to_have_text("1 buổi cần sửa")
    # After a first try that failed they go one by one, and what needs a person is said at once.
    sent = lan.get_by_role("main").get_by_role("link", name=re.compile("45 lượt"))
    expect(sent).to_contain_text("Chờ duyệt")
    assert len(server.sessions(LAN, 45)) == 1
    assert server.sessions(LAN, 44) == []

    lan.get_by_role("link", name=re.compile("^1 buổi cần sửa")).click()
    expect(lan.get_by_role("status")).to_contain_text("Ghi chú:")
    lan.get_by_role("link", name="Sửa và gửi lại").click()
    note = lan.get_by_label("Ghi chú")
    expect(note).to_have_value("Bà con cần giúp: 087165001234")
    expect(note).to_have_attribute("aria-invalid", "true")
    note.fill("Bà con cần giúp thêm buổi nữa")
    read_back(lan)
    confirm(lan)
    receipt(lan)
    assert len(server.sessions(LAN, 44)) == 1


def test_a_draft_comes_back_after_the_app_was_killed(a_phone):
    lan = sign_in(a_phone(), LAN)
    start_recording(lan)
    count(lan, "Số lượt người được hướng dẫn").fill("46")
    lan.get_by_role("radio", name="Hôm qua").check()
    expect(lan.get_by_text(re.compile("^Đã lưu "))).to_be_visible()
    again = lan.context.new_page()
    lan.close()

    again.goto("/")
    again.get_by_role("link", name=re.compile("^Ghi tiếp bản nháp")).click()
    expect(again.get_by_text(re.compile("^Đã khôi phục bản nháp lúc "))).to_be_visible()
    expect(count(again, "Số lượt người được hướng dẫn")).to_have_value("46")
    expect(again.get_by_role("radio", name="Hôm qua")).to_be_checked()
    again.get_by_role("button", name="Bỏ, ghi lại từ đầu").click()
    expect(count(again, "Số lượt người được hướng dẫn")).to_have_value("")
