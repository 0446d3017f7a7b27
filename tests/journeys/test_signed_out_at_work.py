"""Signed out by somebody else in the middle of a decision: at a desk and on a phone."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.journeys.steps import BAO, HANH, approve, panel, sign_in, title, type_in, waiting

COMMUNE = "Tân Dương"
WORDS = "Chị xem lại giúp số người cao tuổi."
# What the browser says of somebody who was signed out, and of the wrong version afterwards.
SIGNED_OUT = r"401 .*/api/v1/"


@pytest.fixture(scope="module")
def tam(server):
    commune = server.call(BAO, "GET", f"/units?level=commune&q={quote(COMMUNE)}")["items"][0]
    home = server.call(BAO, "GET", f"/units?level=hamlet&within={commune['id']}")["items"][0]["id"]
    author = server.newcomer("Đoàn Thị Bảy", by=BAO, home=home)
    for turns in (11, 12, 13):
        server.send(author, turns)
    return server.an_officer("Cao Văn Tám", COMMUNE)


@pytest.fixture
def signed_out_everywhere(server, faults):
    def do(person):
        faults.expect(SIGNED_OUT)
        (found,) = server.call(HANH, "GET", f"/users?phone={person.phone}")["items"]
        server.call(HANH, "DELETE", f"/users/{found['id']}/devices")

    return do


def signs_in_again(page, person):
    again = page.get_by_role("dialog", name="Đăng nhập")
    expect(again.get_by_text("Bạn cần nhập lại")).to_be_visible()
    type_in(page, person.phone, person.secret)
    expect(again).to_have_count(0)


def test_a_session_open_on_a_phone_waits_until_its_officer_is_back(
    a_phone, tam, signed_out_everywhere, look_at
):
    phone = sign_in(a_phone(), tam)
    phone.goto("/van-phong/duyet-buoi")
    before = waiting(phone)
    phone.get_by_role("list", name="Danh sách buổi").get_by_role("link").first.click()
    expect(panel(phone).get_by_role("button", name="Duyệt", exact=True)).to_be_visible()
    signed_out_everywhere(tam)
    panel(phone).get_by_role("button", name="Duyệt", exact=True).click()
    expect(phone.get_by_text("Bạn cần nhập lại")).to_be_visible()
    look_at(phone, "the sign-in over an open session")
    signs_in_again(phone, tam)
    expect(panel(phone).get_by_text("chưa có gì được ghi")).to_be_visible()
    approve(phone)
    reopened_from_where_the_list_has_it_no_more(phone, before)


def reopened_from_where_the_list_has_it_no_more(phone, before):
    one, last = panel(phone), phone.get_by_text(re.compile("^Đã (duyệt|mở lại) buổi "))
    phone.go_back()
    one.get_by_role("button", name="Mở lại").click()
    form = phone.get_by_role("dialog", name="Mở lại buổi đã duyệt")
    form.get_by_label("Lý do").fill("Nhầm buổi")
    form.get_by_role("button", name="Mở lại").click()
    expect(last).to_contain_text("Đã mở lại")
    one.get_by_role("button", name="Đóng").click()
    expect(title(phone)).to_have_text(f"{before} buổi chờ duyệt")


def write_back(desk):
    desk.keyboard.press("r")
    form = desk.get_by_role("dialog", name="Trả lại để bổ sung")
    form.get_by_role("checkbox", name="Trùng với buổi khác").check()
    form.get_by_label("Lời nhắn cho người ghi").fill(WORDS)
    return form


def test_what_was_typed_outlives_an_escape_and_a_sign_out_for_its_author_alone(
    a_desk, tam, signed_out_everywhere, look_at
):
    desk = sign_in(a_desk(), tam)
    desk.goto("/van-phong/duyet-buoi")
    expect(title(desk)).to_have_text(re.compile("buổi chờ duyệt$"))
    expect(panel(desk).get_by_role("button", name="Trả lại")).to_be_visible()
    form = write_back(desk)
    desk.keyboard.press("Escape")
    # Closed by the browser, it is gone a moment later.
    expect(desk.locator("dialog[aria-label='Trả lại để bổ sung']")).to_have_count(0)
    desk.keyboard.press("r")
    message = form.get_by_label("Lời nhắn cho người ghi")
    expect(message).to_have_value(WORDS)
    expect(form.get_by_role("checkbox", name="Trùng với buổi khác")).to_be_checked()

    signed_out_everywhere(tam)
    form.get_by_role("button", name="Trả lại", exact=True).click()
    expect(desk.get_by_text("Bạn cần nhập lại")).to_be_visible()
    expect(form).to_be_hidden()
    look_at(desk, "the sign-in over an open box")
    # There is nothing to go back to.
    desk.keyboard.press("Escape")
    desk.keyboard.press("Escape")
    signs_in_again(desk, tam)
    expect(message).to_have_value(WORDS)
    form.get_by_role("button", name="Trả lại", exact=True).click()
    expect(desk.get_by_text(re.compile("^Đã trả lại buổi "))).to_be_visible()

    form = write_back(desk)
    signed_out_everywhere(tam)
    form.get_by_role("button", name="Trả lại", exact=True).click()
    expect(desk.get_by_text("Bạn cần nhập lại")).to_be_visible()
    signs_in_again(desk, HANH)
    expect(panel(desk).get_by_role("button", name="Trả lại")).to_be_visible()
    expect(form).to_have_count(0)
    desk.keyboard.press("r")
    expect(message).to_have_value("")
