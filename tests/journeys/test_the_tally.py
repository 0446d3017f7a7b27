"""Counting on the spot: nothing that was tapped is ever lost, and all of it ends up in the form."""

import re

from playwright.sync_api import expect

from tests.chromium import PHONE
from tests.journeys.steps import (
    LAN,
    confirm,
    count,
    go_home,
    read_back,
    receipt,
    sign_in,
)

PEOPLE, ACCOUNT, APP = "Bà con được hướng dẫn", "Mở tài khoản thanh toán", "Cài e‑Dongthap"


def start_counting(phone):
    phone.get_by_role("link", name="Đếm tại chỗ").click()
    expect(phone.get_by_role("button", name=PEOPLE)).to_be_visible()


def tap(phone, what, times=1):
    for _ in range(times):
        phone.get_by_role("button", name=what).click()


def shows(phone, what, n):
    expect(phone.get_by_role("button", name=what)).to_have_accessible_name(re.compile(rf" {n}$"))


def finish(phone):
    phone.get_by_role("button", name="Kết thúc").click()
    expect(count(phone, "Số lượt người được hướng dẫn")).to_be_visible()


def test_a_count_outlives_its_page_and_becomes_a_session(a_phone, server):
    phone = sign_in(a_phone(), LAN)
    start_counting(phone)
    tap(phone, PEOPLE, 17)
    tap(phone, ACCOUNT, 6)
    tap(phone, APP, 9)
    phone.get_by_role("button", name="Bấm nhầm, bớt 1").click()
    expect(phone.get_by_text("Đã bớt 1: cài e‑Dongthap")).to_be_visible()
    shows(phone, APP, 8)
    expect(phone.get_by_text(re.compile("^Đã lưu"))).to_be_hidden()
    tap(phone, PEOPLE)

    # The phone runs empty: nothing is told to the page before it is gone.
    device = phone.context
    phone.close(run_before_unload=False)
    phone = device.new_page()
    phone.goto("/")
    going_on = phone.get_by_role("link", name=re.compile(r"^Đang đếm tại chỗ từ .* · 18 bà con"))
    going_on.click()
    shows(phone, PEOPLE, 18)
    shows(phone, APP, 8)

    finish(phone)
    expect(count(phone, "Số lượt người được hướng dẫn")).to_have_value("18")
    expect(count(phone, "e‑Dongthap, hướng dẫn")).to_have_value("18")
    expect(count(phone, "e‑Dongthap, thành công")).to_have_value("8")

    phone.get_by_role("button", name="Đếm tiếp").click()
    tap(phone, PEOPLE)
    finish(phone)
    expect(count(phone, "Số lượt người được hướng dẫn")).to_have_value("19")
    said = read_back(phone)
    expect(said).to_contain_text("hướng dẫn 19 lượt người")
    confirm(phone)
    code = receipt(phone)
    go_home(phone)
    expect(phone.get_by_role("link", name="Đếm tại chỗ")).to_be_visible()
    expect(phone.get_by_text(re.compile("^Đang đếm"))).to_have_count(0)
    (sent,) = [one for one in server.sessions(LAN, turns=19) if one["receipt_code"] == code]
    assert re.fullmatch(r"\d\d:\d\d(:\d\d)?", sent["start_time"])
    assert {one["service"]: one["completed"] for one in sent["services"]} == {
        "cashless_account": 6,
        "edongthap": 8,
    }


def test_more_results_than_people_raise_the_people_and_the_form_says_so(a_phone, look_at):
    phone = sign_in(a_phone(), LAN)
    start_counting(phone)
    look_at(phone, "counting")
    tap(phone, PEOPLE, 2)
    tap(phone, APP, 5)
    finish(phone)
    expect(count(phone, "Số lượt người được hướng dẫn")).to_have_value("5")
    expect(phone.get_by_text(re.compile("^Bạn đếm 2 bà con"))).to_be_visible()
    look_at(phone, "counted, in the form")
    expect(read_back(phone)).to_contain_text("hướng dẫn 5 lượt người")


def test_a_count_never_takes_the_place_of_a_session_half_written(a_phone):
    phone = sign_in(a_phone(), LAN)
    start_counting(phone)
    tap(phone, PEOPLE, 3)
    phone.get_by_role("link", name="Quay lại").click()
    phone.get_by_role("link", name="Ghi buổi mới").click()
    count(phone, "Số lượt người được hướng dẫn").fill("44")
    expect(phone.get_by_text(re.compile("^Đã lưu "))).to_be_visible()
    phone.get_by_role("link", name="Quay lại").click()
    phone.get_by_role("link", name=re.compile("^Đang đếm")).click()
    phone.get_by_role("button", name="Kết thúc").click()
    asked = phone.get_by_role("dialog", name="Bạn đang ghi dở một buổi khác")
    asked.get_by_role("link", name="Mở bản nháp để gửi trước").click()
    expect(count(phone, "Số lượt người được hướng dẫn")).to_have_value("44")
    phone.get_by_role("link", name="Quay lại").click()
    expect(phone.get_by_role("link", name=re.compile("3 bà con"))).to_be_visible()


def test_everything_to_count_is_in_sight_however_the_phone_is_held(a_phone):
    phone = sign_in(a_phone(), LAN)
    start_counting(phone)
    for size in (PHONE, {"width": 640, "height": 360}, {"width": 320, "height": 568}):
        phone.set_viewport_size(size)
        assert phone.evaluate("document.documentElement.scrollWidth") <= size["width"]
        for button in phone.get_by_role("main").get_by_role("button").all():
            box = button.bounding_box()
            assert box["height"] >= 80 and box["width"] >= 100
    phone.keyboard.press("Tab")
    phone.get_by_role("button", name=PEOPLE).press("Enter")
    shows(phone, PEOPLE, 1)
