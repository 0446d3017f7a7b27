"""Who records every week does it in seven taps and six digits, the first tap opening the app."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.steps import CASHLESS, EDONGTHAP, LAN, count, receipt, sign_in

TURNS = "Số lượt người được hướng dẫn"


class Hand:
    """A finger on the screen, which counts what it does."""

    def __init__(self, phone):
        self.phone, self.taps, self.keys = phone, 0, 0

    def tap(self, what):
        self.taps += 1
        what.click()

    def key(self, *keys):
        for key in keys:
            self.keys += 1
            self.phone.keyboard.press(key)


@pytest.fixture
def phone(a_phone):
    """Of somebody who has recorded before, opened again: the first tap."""
    page = sign_in(a_phone(), LAN)
    page.goto("/")
    expect(page.get_by_role("link", name="Ghi buổi mới")).to_be_visible()
    expect(page.get_by_role("region", name="Buổi gần đây")).to_be_visible()
    return page


def test_seven_taps_and_six_digits(phone):
    hand = Hand(phone)
    hand.taps = 1
    hand.tap(phone.get_by_role("link", name="Ghi buổi mới"))
    hand.tap(count(phone, TURNS))
    hand.key("2", "5")
    hand.tap(count(phone, f"{CASHLESS}, thành công"))
    hand.key("1", "0")
    hand.tap(count(phone, f"{EDONGTHAP}, thành công"))
    hand.key("1", "2")
    hand.tap(phone.get_by_role("button", name="Gửi", exact=True))
    expect(phone.get_by_text("hướng dẫn 25 lượt người; 10 lượt mở được")).to_be_visible()
    hand.tap(phone.get_by_role("button", name="Đúng, gửi đi"))
    receipt(phone)
    assert (hand.taps, hand.keys) == (7, 6)


def test_the_keypads_next_saves_two_of_the_taps(phone):
    phone.get_by_role("link", name="Ghi buổi mới").click()
    count(phone, TURNS).click()
    for box, typed in (
        (count(phone, TURNS), "31"),
        (count(phone, f"{CASHLESS}, thành công"), "11"),
        (count(phone, f"{EDONGTHAP}, thành công"), "13"),
    ):
        expect(box).to_be_focused()
        phone.keyboard.type(typed)
        phone.keyboard.press("Enter")
    expect(count(phone, f"{EDONGTHAP}, hướng dẫn")).to_have_value("31")
    phone.get_by_role("button", name="Gửi", exact=True).click()
    expect(phone.get_by_role("main")).to_contain_text("13 lượt cài được")


def test_the_button_is_never_over_the_number_being_typed(phone):
    phone.get_by_role("link", name="Ghi buổi mới").click()
    expect(count(phone, TURNS)).to_be_visible()
    send = phone.get_by_role("button", name="Gửi", exact=True)
    # As tall as the keypad leaves it, and without one.
    for height in (300, 380, 640):
        phone.set_viewport_size({"width": 360, "height": height})
        phone.evaluate("scrollTo(0, 0)")
        for box in phone.get_by_role("textbox").all():
            box.focus()
            field, button = box.bounding_box(), send.bounding_box()
            covers = button["y"] < field["y"] + field["height"] and field["y"] < button["y"] + 64
            assert not covers, (height, box.get_attribute("id"))


def test_the_group_reads_a_warm_word(phone):
    phone.evaluate("() => { navigator.share = async ({ text }) => { window.shared = text } }")
    phone.get_by_role("link", name="Ghi buổi mới").click()
    count(phone, TURNS).fill("22")
    count(phone, f"{EDONGTHAP}, thành công").fill("9")
    phone.get_by_role("button", name="Gửi", exact=True).click()
    phone.get_by_role("button", name="Đúng, gửi đi").click()
    code = receipt(phone)
    phone.get_by_role("button", name="Chia sẻ lên nhóm Zalo").click()
    text = phone.evaluate("window.shared")
    assert "Tổ mình đã hướng dẫn 22 lượt bà con:\n• 9 lượt cài được e‑Dongthap\nCảm ơn" in text
    assert re.search(rf"Mã buổi {code}$", text)


ORDER = """() => [...document.querySelectorAll('main a, main button')]
    .filter((element) => element.offsetParent)
    .map((element) => element.innerText.split('\\n')[0])
    .filter((words) => /buổi mới|cần bổ sung|tại chỗ|bản nháp/.test(words))"""


def test_home_stands_in_one_order_however_one_came_there(a_phone):
    """What the officer sent back stands below the one thing to do, also when it comes late."""
    phone = sign_in(a_phone(), LAN)
    back = phone.get_by_role("link", name=re.compile("buổi cần bổ sung"))
    expect(back).to_be_visible()
    first = phone.evaluate(ORDER)
    phone.reload()
    expect(back).to_be_visible()
    assert phone.evaluate(ORDER) == first
    assert first[0] == "Ghi buổi mới" and "cần bổ sung" in first[1]


def test_a_draft_is_gone_on_with_or_dropped_when_asked(phone):
    phone.get_by_role("link", name="Ghi buổi mới").click()
    count(phone, TURNS).fill("37")
    expect(phone.get_by_text(re.compile("^Đã lưu "))).to_be_visible()
    phone.get_by_role("link", name="Quay lại").click()
    expect(phone.get_by_role("link", name="Ghi buổi mới")).to_have_count(0)
    draft = phone.get_by_role("link", name=re.compile("^Ghi tiếp bản nháp .*37 lượt"))
    expect(draft).to_be_visible()

    phone.get_by_role("button", name="Ghi buổi mới").click()
    asked = phone.get_by_role("dialog", name="Bạn đang ghi dở một buổi")
    expect(asked).to_contain_text("37 lượt")
    asked.get_by_role("link", name="Ghi tiếp bản nháp").click()
    expect(count(phone, TURNS)).to_have_value("37")
    phone.get_by_role("link", name="Quay lại").click()

    phone.get_by_role("button", name="Ghi buổi mới").click()
    asked.get_by_role("button", name="Bỏ bản nháp, ghi buổi khác").click()
    expect(count(phone, TURNS)).to_have_value("")
    phone.get_by_role("link", name="Quay lại").click()
    expect(phone.get_by_role("link", name="Ghi buổi mới")).to_be_visible()
