"""A stack of paper sheets is entered for a team, quickly and each once; blank ones are printed."""

import re
import uuid

import pytest
from playwright.sync_api import expect

from tests.chromium import DESK, PHONE
from tests.journeys.steps import (
    HANH,
    KHOA,
    LAN,
    count,
    open_screen,
    sign_in,
    title,
)

TURNS = "Số lượt người được hướng dẫn"


@pytest.fixture
def team(server):
    """One of its own for each test, with two people at different times."""
    place = server.call(LAN, "GET", "/auth/me")["teams"][0]["home"]["id"]
    body = {"kind": "hamlet", "name": f"Tổ giấy {uuid.uuid4().hex[:8]}", "home_id": place}
    made = server.call(KHOA, "POST", "/teams", body | {"founded_on": "2024-01-02"})
    digits = str(uuid.uuid4().int)[:7]
    for name, start, role in (
        ("Bà Sáu", "2024-01-02", "leader"),
        ("Ông Bảy", "2025-05-01", "member"),
    ):
        phone = f"0{'9' if role == 'leader' else '8'}5{digits}"
        member = {"name": name, "phone": phone, "role": role, "joined_on": start}
        server.call(KHOA, "POST", f"/teams/{made['id']}/members", member)
    return made


def choose_team(page, team):
    open_screen(page, "Phiếu ghi buổi")
    page.get_by_role("searchbox", name="Tìm tên Tổ").fill(team["name"])
    expect(page.get_by_role("button", name=re.compile(team["name"]))).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Ngày diễn ra")).to_be_focused()


def type_sheet(page, day, turns, assisted, completed):
    """With the keyboard alone, as a stack is entered."""
    page.get_by_label("Ngày diễn ra").fill(day)
    for number in (turns, assisted, completed):
        page.keyboard.press("Enter")
        page.keyboard.type(str(number))
    page.keyboard.press("Control+Enter")


def stored(server, team):
    return server.call(KHOA, "GET", f"/sessions?team={team['id']}")["items"]


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_sheet_after_sheet_for_one_team(a_device, look_at, server, team, size):
    page = sign_in(a_device(size), KHOA)
    choose_team(page, team)
    look_at(page, "a sheet")
    type_sheet(page, "2024-03-20", 25, 20, 30)
    expect(page.get_by_text("Số thành công (30) không được lớn hơn")).to_be_visible()
    wrong = count(page, "Tài khoản thanh toán, thành công")
    expect(wrong).to_be_focused()
    look_at(page, "a sheet with faults")
    wrong.fill("12")
    page.keyboard.press("Control+Enter")
    said = page.get_by_text(re.compile(r"^Đã lưu phiếu B-\w{5}-\w{5}, 25 lượt người\.$"))
    expect(said).to_be_visible()
    # Once too often: the next one is not yet judged, and what was saved is still said.
    page.keyboard.press("Control+Enter")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("button", name="Lưu phiếu")).to_be_enabled()
    expect(said).to_be_visible()
    expect(page.locator("[aria-invalid=true]")).to_have_count(0)

    # The next one: the same team, on another day, everything counted anew.
    expect(page.get_by_label("Ngày diễn ra")).to_be_focused()
    expect(page.get_by_label("Ngày diễn ra")).to_have_value("")
    expect(count(page, TURNS)).to_have_value("")
    type_sheet(page, "2024-03-27", 18, 15, 9)
    expect(page.get_by_text(re.compile("18 lượt người"))).to_be_visible()

    # One that is there already is asked about before it is saved again.
    type_sheet(page, "2024-03-27", 19, 15, 9)
    expect(page.get_by_text(re.compile("^Tổ đã có buổi ngày này, tại đây"))).to_be_visible()
    look_at(page, "a doubt")
    assert len(stored(server, team)) == 2
    mine = page.get_by_role("table").get_by_role("row").filter(has_text=team["name"])
    expect(mine).to_have_count(2)
    look_at(page, "entered today")
    one = stored(server, team)[0]
    assert (one["source"], one["recorded_by"]["name"]) == ("paper", KHOA.name)
    assert one["conducted_by"]["name"] == "Bà Sáu"
    # Nobody reviews what they entered; the level above does.
    assert "approve" not in server.call(KHOA, "GET", f"/sessions/{one['id']}")["may"]
    assert "approve" in server.call(HANH, "GET", f"/sessions/{one['id']}")["may"]


def test_an_answer_that_is_lost_makes_no_second_session(a_desk, server, team, faults):
    faults.expect("net::ERR_FAILED")
    page = sign_in(a_desk(), KHOA)
    choose_team(page, team)

    def lose(route):
        route.fetch()
        route.abort()

    saving = re.compile(r"/api/v1/sessions/[0-9a-f-]{36}$")
    page.route(saving, lose)
    type_sheet(page, "2024-04-03", 21, 20, 11)
    expect(page.get_by_text("Chưa lưu được. Phiếu vẫn còn nguyên trên màn hình.")).to_be_visible()
    expect(count(page, TURNS)).to_have_value("21")
    page.unroute(saving)
    # It has arrived already, and is recognised as the same.
    page.get_by_role("button", name="Lưu phiếu, nhập phiếu sau").click()
    expect(page.get_by_text(re.compile("^Đã lưu phiếu "))).to_be_visible()
    assert [session["participants"] for session in stored(server, team)] == [21]


def test_a_slip_is_mended_and_who_was_not_there_is_not_named(a_desk, server, team):
    page = sign_in(a_desk(), KHOA)
    choose_team(page, team)
    page.get_by_role("button", name=re.compile("^Người phụ trách buổi")).click()
    page.get_by_role("dialog").get_by_role("button", name=re.compile("^Ông Bảy")).click()
    page.get_by_label("Ngày diễn ra").fill("2024-05-06")
    expect(page.get_by_text(re.compile("^Ngày này Ông Bảy chưa vào Tổ"))).to_be_visible()
    page.get_by_label("Ngày diễn ra").fill("2025-05-06")
    expect(page.get_by_text(re.compile("^Ngày này Ông Bảy chưa vào Tổ"))).to_be_hidden()
    type_sheet(page, "2025-05-06", 12, 10, 5)
    expect(page.get_by_text(re.compile("^Đã lưu phiếu "))).to_be_visible()
    (one,) = stored(server, team)
    assert one["conducted_by"]["name"] == "Ông Bảy"

    page.get_by_role("button", name=f"Sửa phiếu {one['receipt_code']}").click()
    expect(
        page.get_by_role("heading", name=f"Đang sửa phiếu {one['receipt_code']}")
    ).to_be_visible()
    expect(count(page, TURNS)).to_have_value("12")
    count(page, TURNS).fill("14")
    page.get_by_role("button", name="Lưu bản sửa").click()
    expect(page.get_by_text(re.compile("14 lượt người"))).to_be_visible()
    (again,) = stored(server, team)
    assert (again["id"], again["participants"], again["version"]) == (one["id"], 14, 2)

    # What is half typed outlives a reload.
    count(page, TURNS).fill("33")
    page.reload()
    expect(count(page, TURNS)).to_have_value("33")

    page.get_by_role("button", name=f"Sửa phiếu {one['receipt_code']}").click()
    page.get_by_role("button", name="Hủy phiếu", exact=True).click()
    asked = page.get_by_role("dialog", name=f"Hủy phiếu {one['receipt_code']}?")
    asked.get_by_role("button", name="Hủy phiếu").click()
    expect(asked).to_be_hidden()
    cancelled = page.get_by_role("row").filter(
        has=page.get_by_role("link", name=one["receipt_code"])
    )
    expect(cancelled).to_contain_text("Đã hủy")
    expect(cancelled.get_by_role("button")).to_have_count(0)
    assert [session["state"] for session in stored(server, team)] == ["withdrawn"]


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_blank_sheets_are_printed_two_on_a_page(a_device, look_at, team, size):
    page = sign_in(a_device(size), KHOA)
    choose_team(page, team)
    page.get_by_role("link", name="In phiếu của Tổ").click()
    expect(title(page)).to_have_text("In phiếu ghi buổi")
    sheets = page.get_by_role("article", name=team["name"])
    expect(sheets).to_have_count(2)
    expect(sheets.first).to_contain_text("Không ghi họ tên, số điện thoại, CCCD của bà con")
    look_at(page, "blank sheets")
    page.get_by_role("radio", name="4").check()
    expect(page.get_by_role("button", name="In 4 phiếu")).to_be_visible()
    # Opened by its address, with nothing left of other screens: sheets print, and nothing else.
    page.reload()
    expect(sheets).to_have_count(4)
    if size == DESK:
        pages = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type */Page\b", pages)) == 2
        page.emulate_media(media="print")
        cut = "all => all.filter(one => one.scrollHeight > one.clientHeight).length"
        assert page.locator(".tally-sheet").evaluate_all(cut) == 0


def test_a_blank_sheet_names_nobody_and_a_slip_is_taken_back_from_the_list(a_desk, server, team):
    page = sign_in(a_desk(), KHOA)
    choose_team(page, team)
    type_sheet(page, "2024-03-20", 25, 20, 12)
    said = page.get_by_text(re.compile("^Đã lưu phiếu "))
    expect(said).to_be_visible()
    # What was said of the last sheet does not stand above what is wrong with the next.
    type_sheet(page, "2024-03-27", 18, 15, 19)
    expect(page.get_by_text("Số thành công (19) không được lớn hơn")).to_be_visible()
    expect(said).to_be_hidden()
    (one,) = stored(server, team)
    page.get_by_role("button", name=f"Hủy phiếu {one['receipt_code']}").click()
    asked = page.get_by_role("dialog", name=f"Hủy phiếu {one['receipt_code']}?")
    asked.get_by_role("button", name="Hủy phiếu").click()
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name=one["receipt_code"]))
    expect(row).to_contain_text("Đã hủy")
    assert [session["state"] for session in stored(server, team)] == ["withdrawn"]
    page.get_by_role("button", name="Chọn Tổ khác").click()
    expect(page.get_by_role("searchbox", name="Tìm tên Tổ")).to_be_focused()

    page.get_by_role("link", name="In phiếu trắng").click()
    sheets = page.get_by_role("article", name="Phiếu trắng")
    expect(sheets).to_have_count(2)
    expect(sheets.first.get_by_role("heading")).to_have_count(0)
    open_screen(page, "Tổ và thành viên")
    page.get_by_role("link", name="In phiếu ghi buổi").click()
    expect(title(page)).to_have_text("In phiếu ghi buổi")
    expect(page.get_by_role("article").first.get_by_role("heading")).to_have_count(1)
