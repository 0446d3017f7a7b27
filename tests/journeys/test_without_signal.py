"""The app opens in airplane mode and after a month away, and a new version costs nothing."""

import re

import pytest
from playwright.sync_api import expect

from tests.chromium import PHONE
from tests.deployment import deployed, next_build, next_worker
from tests.journeys.steps import (
    KEPT,
    LAN,
    NO_NETWORK,
    confirm,
    count,
    fill_in,
    go_home,
    outbox,
    read_back,
    sign_in,
    sign_in_by_hand,
    start_recording,
    teach,
)

# In ms: the guides come later than everything else, and a new version that does not come over is
# given up. Nobody here waits for either, the phone's clock is put on.
GUIDES_LATER, PATIENCE = 5_000, 8_000
GUIDES_ARE_HERE = """async () => {
  for (;;) {
    for (const name of await caches.keys()) {
      if (name.startsWith("guides-") && (await (await caches.open(name)).keys()).length > 1) return;
    }
    await new Promise((done) => setTimeout(done, 200));
  }
}"""
UPDATE = """navigator.serviceWorker.getRegistration().then(async (r) => {
  await r.update();
  // So that the journey sees whether this page is opened again.
  window.isBefore = true;
})"""
TURNS = "Số lượt người được hướng dẫn"


@pytest.fixture(autouse=True)
def there_is_no_signal(faults):
    faults.expect(NO_NETWORK)


def at_home(phone):
    """Signed in, and the app kept for the day without signal."""
    phone.context.clock.install()
    sign_in(phone, LAN)
    phone.evaluate("navigator.serviceWorker.ready.then(() => {})")
    phone.wait_for_load_state("networkidle")
    expect(phone.get_by_text("Tổ mình tháng")).to_be_visible()
    return phone


def ask_for_the_guides(phone):
    expect(phone.get_by_role("heading", level=1)).to_be_visible()
    phone.evaluate("navigator.serviceWorker.ready.then(() => {})")
    phone.clock.fast_forward(GUIDES_LATER)


def opened_again(phone, path="/"):
    """As from its icon: nothing of the page before is left."""
    again = phone.context.new_page()
    phone.close()
    again.goto(path)
    return again


def give_in(phone, turns):
    start_recording(phone)
    fill_in(phone, turns, cashless=(turns, 5), edongthap=(turns, 6))
    read_back(phone)
    confirm(phone)
    expect(phone.get_by_text(KEPT)).to_be_visible()
    go_home(phone)


def script(phone):
    return phone.locator("script[type=module]").get_attribute("src")


def test_a_cold_start_in_airplane_mode(a_phone, server):
    lan = at_home(a_phone())
    ask_for_the_guides(lan)
    lan.evaluate(GUIDES_ARE_HERE)
    lan.context.set_offline(True)
    lan = opened_again(lan)
    expect(lan.get_by_role("heading", level=1)).to_contain_text(LAN.name)
    give_in(lan, 61)
    lan = opened_again(lan)
    expect(outbox(lan)).to_have_text("1 buổi chưa gửi")
    for tab, there in (("Buổi", "· 61 lượt"), ("Tài liệu", "Giữ tài khoản an toàn")):
        lan.get_by_role("navigation").get_by_role("link", name=tab, exact=True).click()
        expect(lan.get_by_role("main").get_by_role("link", name=re.compile(there))).to_be_visible()
    lan.get_by_role("navigation").get_by_role("link", name="Trang chủ").click()
    lan.context.set_offline(False)
    expect(outbox(lan)).to_have_text("Đã gửi hết")
    assert len(server.sessions(LAN, 61)) == 1


@pytest.mark.parametrize("tokens", ["deleted", "expired"])
def test_after_a_month_away_everything_is_sent_with_one_sign_in(a_phone, server, faults, tokens):
    faults.expect(r"40[13] .*/api/v1/")
    turns = 62 if tokens == "deleted" else 65
    lan = at_home(a_phone())
    lose_the_tokens(lan.context, tokens)
    lan.context.set_offline(True)
    lan = opened_again(lan)
    give_in(lan, turns)
    lan.context.set_offline(False)
    ask = lan.get_by_role("button", name="Nhập mã")
    expect(ask).to_be_visible()
    expect(outbox(lan)).to_have_text("1 buổi chưa gửi")

    # Recording goes on, and the form is as it was when the PIN has been entered over it.
    start_recording(lan)
    count(lan, TURNS).fill(str(turns + 1))
    teach(lan, "e‑Dongthap", turns + 1, 3)
    ask.click()
    expect(lan.get_by_text("nội dung đang ghi vẫn còn")).to_be_visible()
    lan.get_by_label("Số điện thoại").fill(LAN.phone)
    lan.get_by_label("Mã PIN hoặc mật khẩu").fill(LAN.secret)
    lan.get_by_role("button", name="Đăng nhập", exact=True).click()
    expect(count(lan, TURNS)).to_have_value(str(turns + 1))
    expect(ask).to_be_hidden()
    read_back(lan)
    confirm(lan)
    go_home(lan)
    expect(outbox(lan)).to_have_text("Đã gửi hết")
    for sent in (turns, turns + 1):
        assert len(server.sessions(LAN, sent)) == 1


def lose_the_tokens(context, how):
    if how == "deleted":
        context.clear_cookies()
        return
    # Signed by nobody: as little use to the server as one that is over.
    over = [one | {"value": f"{one['value'][:-6]}AAAAAA"} for one in context.cookies()]
    context.clear_cookies()
    context.add_cookies(over)


def test_who_leaves_without_signal_takes_nothing_along(a_phone, server, faults):
    faults.expect(r"401 .*/api/v1/auth/logout$")
    tam = server.newcomer("Lê Thị Tám")
    phone = at_home(a_phone())
    phone.context.set_offline(True)
    give_in(phone, 67)
    phone.get_by_role("button", name="Không phải bạn?").click()
    sheet = phone.get_by_role("dialog", name="Không phải bạn?")
    expect(sheet).to_contain_text("Trên máy này còn 1 buổi chưa gửi")
    sheet.get_by_role("button", name="Đăng xuất").click()
    expect(phone.get_by_text("Trên máy này có 1 buổi chưa gửi")).to_be_visible()
    phone = opened_again(phone, "/buoi")
    expect(phone.get_by_label("Số điện thoại")).to_be_visible()
    expect(phone.locator("body")).not_to_contain_text(LAN.name)

    phone.context.set_offline(False)
    sign_in_by_hand(phone, tam)
    expect(outbox(phone)).to_have_text("Đã gửi hết")
    phone.get_by_role("link", name="Tài khoản").click()
    expect(phone.get_by_text("Có 1 buổi của người khác chưa gửi trên máy này")).to_be_visible()
    assert server.sessions(LAN, 67) == []
    phone.get_by_role("button", name="Đăng xuất").click()
    phone.get_by_role("dialog").get_by_role("button", name="Đăng xuất").click()
    expect(phone.get_by_label("Số điện thoại")).to_be_visible()
    sign_in_by_hand(phone, LAN)
    expect(outbox(phone)).to_have_text("Đã gửi hết")
    assert len(server.sessions(LAN, 67)) == 1


def test_a_new_version_loses_neither_the_queue_nor_the_draft(a_device, demo, server, tmp_path):
    with deployed(demo.port) as front:
        lan = at_home(a_device(PHONE, front.address))
        lan = opened_again(lan)
        ask_for_the_guides(lan)
        lan.evaluate(GUIDES_ARE_HERE)
        old_tab = lan.context.new_page()
        old_tab.goto("/")
        # What is not in sight is drawn once a second.
        lan.bring_to_front()
        lan.context.route("**/api/**", lambda route: route.abort())
        give_in(lan, 69)
        give_in(lan, 71)
        start_recording(lan)
        count(lan, TURNS).fill("73")

        before = script(lan)
        front.folder = next_build(tmp_path / "next")
        lan.evaluate(UPDATE)
        lan.wait_for_timeout(1500)
        # Nothing happens under a typing hand.
        expect(lan.get_by_text("Có bản mới")).to_have_count(0)
        expect(count(lan, TURNS)).to_have_value("73")

        lan.get_by_role("link", name="Quay lại").click()
        expect(lan.get_by_text("Có bản mới")).to_be_visible()
        lan.get_by_role("button", name="Cập nhật").click()
        expect(lan.locator(f"script[src='{before}']")).to_have_count(0)
        expect(outbox(lan)).to_have_text("2 buổi chưa gửi")

        # A tab of the version before still opens what it had not opened yet.
        old_tab.get_by_role("navigation").get_by_role("link", name="Tài liệu").click()
        guide = old_tab.get_by_role("main").get_by_role("link", name=re.compile("an toàn"))
        expect(guide).to_be_visible()
        assert script(old_tab) == before
        expect(old_tab.get_by_text("Có bản mới")).to_be_visible()
        old_tab.close()

        lan.get_by_role("link", name=re.compile("^Ghi tiếp bản nháp")).click()
        expect(count(lan, TURNS)).to_have_value("73")
        lan.get_by_role("button", name="Bỏ, ghi lại từ đầu").click()
        lan.get_by_role("link", name="Quay lại").click()
        lan.context.unroute_all()
        lan.reload()
        expect(outbox(lan)).to_have_text("Đã gửi hết")
        for turns in (69, 71):
            assert len(server.sessions(LAN, turns)) == 1


def test_the_button_takes_the_new_version_though_the_line_is_busy(a_device, demo, tmp_path):
    """A full outbox, a draft, and the guides still on their way over a slow line."""
    with deployed(demo.port) as front:
        lan = at_home(a_device(PHONE, front.address))
        front.held = "/assets/Guides"
        lan = opened_again(lan)
        lan.context.route("**/api/**", lambda route: route.abort())
        give_in(lan, 75)
        give_in(lan, 76)
        start_recording(lan)
        count(lan, TURNS).fill("77")
        lan.get_by_role("link", name="Quay lại").click()
        lan.clock.fast_forward(GUIDES_LATER)
        assert front.holds.wait(15)
        front.folder = next_worker(tmp_path / "next")
        lan.evaluate(UPDATE)
        lan.get_by_role("button", name="Cập nhật").click()
        lan.wait_for_function("() => !window.isBefore")
        expect(outbox(lan)).to_have_text("2 buổi chưa gửi")
        expect(lan.get_by_text("Có bản mới")).to_have_count(0)
        lan.get_by_role("link", name=re.compile("^Ghi tiếp bản nháp")).click()
        expect(count(lan, TURNS)).to_have_value("77")


def test_a_new_version_that_does_not_come_is_told_calmly(a_device, demo, tmp_path):
    with deployed(demo.port) as front:
        lan = at_home(a_device(PHONE, front.address))
        lan = opened_again(lan)
        front.folder = next_worker(tmp_path / "next")
        lan.evaluate(UPDATE)
        expect(lan.get_by_text("Có bản mới")).to_be_visible()
        lan.evaluate("ServiceWorker.prototype.postMessage = () => {}")
        lan.get_by_role("button", name="Cập nhật").click()
        expect(lan.get_by_text("Đang cập nhật…")).to_be_visible()
        lan.clock.fast_forward(PATIENCE)
        said = "Chưa cập nhật được. Đóng hẳn ứng dụng rồi mở lại."
        expect(lan.get_by_text(said)).to_be_visible()
        # And doing so helps.
        lan = opened_again(lan)
        expect(lan.get_by_role("heading", level=1)).to_contain_text(LAN.name)
        expect(lan.get_by_text(said)).to_have_count(0)


def test_a_new_version_that_waits_takes_over_at_the_next_start(a_device, demo, tmp_path):
    with deployed(demo.port) as front:
        lan = at_home(a_device(PHONE, front.address))
        lan = opened_again(lan)
        before = script(lan)
        front.folder = next_build(tmp_path / "next")
        lan.evaluate(UPDATE)
        expect(lan.get_by_text("Có bản mới")).to_be_visible()
        lan.reload()
        expect(lan.locator(f"script[src='{before}']")).to_have_count(0)
        expect(lan.get_by_role("heading", level=1)).to_contain_text(LAN.name)
        expect(lan.get_by_text("Có bản mới")).to_have_count(0)
