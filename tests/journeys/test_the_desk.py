"""What an officer has to do: numbers that open their lists and go down to none; two records of one
event made one; and two officers at once, of whom the slower sees what the faster did."""

import re
import uuid
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.journeys.steps import (
    KHOA,
    choose_queue,
    figure_of,
    find_by_receipt,
    open_screen,
    panel,
    sign_in,
    title,
    to_the_queue,
)
from tests.journeys.steps import (
    door as number_of,
)


def door(desk, what):
    """One of the desk's numbers, with what it counts."""
    return desk.get_by_role("main").get_by_role("link", name=re.compile(rf"^[0-9./]+ ?{what}"))


def number_on(desk, what):
    return int(re.match(r"[0-9]+", door(desk, what).inner_text().strip())[0])


@pytest.fixture(scope="module")
def commune(server):
    """A commune with something of everything to do, and its officer."""
    my = server.an_officer("Võ Thị Mỹ", "Tân Hộ Cơ")
    area = server.call(my, "GET", "/auth/me")["areas"][0]["id"]
    home = server.call(my, "GET", f"/units?level=hamlet&within={area}")["items"][0]["id"]
    ba = server.newcomer("Hồ Văn Ba", by=my, home=home)
    server.record(ba, participants=21)
    server.record(ba, participants=22)
    server.record(ba, participants=23, type="online")
    returned = server.record(ba, participants=24, type="home_visit", households=9)
    server.review(my, returned, "return", reasons=["wrong_date"])
    approved = server.record(ba, participants=25, type="market_street")
    server.review(my, approved, "approve")
    reason = {"reason": "Ghi thiếu 5 người"}
    server.call(ba, "POST", f"/sessions/{approved['id']}/reopen-request", reason)
    team = server.call(ba, "GET", "/auth/me")["teams"][0]["id"]
    wanted = {"team_id": team, "kind": "team"}
    token = server.call(my, "POST", "/invitations", wanted)["token"]
    asking = {"request_id": str(uuid.uuid4()), "name": "Lê Thị Sen", "phone": "0982000190"}
    server.ask("POST", f"/invitations/{token}/accept", asking | {"secret": "482915"})
    return my


def test_every_number_opens_a_list_that_is_as_long_and_goes_down_to_none(a_desk, commune):
    my = sign_in(a_desk(), commune)
    expect(title(my)).to_have_text("Việc cần làm")
    for what, queue in (
        ("buổi chờ bạn duyệt", "buổi chờ duyệt"),
        ("buổi có cảnh báo", "buổi có cảnh báo"),
        ("buổi đã duyệt được xin mở lại", "buổi xin mở lại"),
        ("buổi đã trả lại", "buổi đã trả lại"),
    ):
        n = number_on(my, what)
        assert n > 0, what
        door(my, what).first.click()
        expect(title(my)).to_have_text(f"{n} {queue}")
        rows = my.get_by_role("table", name="Danh sách buổi").get_by_role("row")
        expect(rows).to_have_count(n + 1)
        open_screen(my, "Việc cần làm")

    silent = number_on(my, "khóm, ấp chưa có buổi")
    door(my, "khóm, ấp chưa có buổi").click()
    expect(my.get_by_text(re.compile(rf"^{silent} khóm, ấp: "))).to_be_visible()
    open_screen(my, "Việc cần làm")
    idle = number_on(my, "Tổ hơn 30 ngày")
    door(my, "Tổ hơn 30 ngày").click()
    expect(title(my)).to_have_text(f"{idle} Tổ hơn 30 ngày chưa có buổi")
    expect(my.get_by_role("list", name=re.compile("^[0-9]+ Tổ hơn")).locator("li")).to_have_count(
        idle
    )
    open_screen(my, "Việc cần làm")
    door(my, "người xin vào Tổ").click()
    my.get_by_role("button", name="Cho vào: Lê Thị Sen").click()
    expect(my.get_by_text("Đã nhận Lê Thị Sen.")).to_be_visible()

    open_screen(my, "Việc cần làm")
    my.get_by_role("link", name=re.compile("^Duyệt [0-9]+ buổi$")).click()
    approve = panel(my).get_by_role("button", name="Duyệt", exact=True)
    for left in range(number_of_the_queue(my), 0, -1):
        expect(title(my)).to_have_text(f"{left} buổi chờ duyệt")
        expect(approve).to_be_visible()
        my.keyboard.press("a")
    expect(my.get_by_text("Không còn buổi nào chờ duyệt.")).to_be_visible()
    choose_queue(my, "Xin mở lại")
    panel(my).get_by_role("button", name="Giữ nguyên").click()
    my.get_by_role("dialog").get_by_role("button", name="Giữ nguyên").click()
    my.get_by_role("link", name="Về việc cần làm").click()
    done = my.get_by_role("region", name="Đã xong")
    for what in (
        "Không còn buổi nào chờ bạn duyệt",
        "Không có ai xin mở lại buổi đã duyệt",
        "Không có ai xin vào Tổ",
    ):
        expect(done.get_by_role("link", name=what, exact=True)).to_be_visible()
    expect(my.get_by_role("region", name="Chờ bạn quyết định")).to_have_count(0)


def number_of_the_queue(desk):
    expect(title(desk)).to_have_text(re.compile("^[0-9]+ buổi chờ duyệt$"))
    return int(title(desk).inner_text().split()[0])


def test_the_desk_s_lists_can_be_used_by_everybody(a_desk, look_at_both):
    khoa = sign_in(a_desk(), KHOA)
    door(khoa, "Tổ hơn 30 ngày").click()
    expect(khoa.get_by_role("link", name=re.compile("^Gọi ")).first).to_be_visible()
    look_at_both(khoa, "teams without a session")
    # Printed to call from, it says whose teams they are and of what day.
    khoa.emulate_media(media="print")
    expect(khoa.get_by_text(re.compile("^Cụm Lấp Vò · Số liệu tính đến "))).to_be_visible()
    expect(khoa.get_by_role("main").get_by_text("Việc cần làm", exact=True)).to_be_hidden()
    khoa.emulate_media(media="screen")
    to_the_queue(khoa)
    choose_queue(khoa, "Có cảnh báo")
    expect(title(khoa)).to_have_text(re.compile("^[0-9]+ buổi có cảnh báo$"))
    look_at_both(khoa, "the flagged")
    khoa.keyboard.press("?")
    expect(khoa.get_by_role("dialog", name="Phím tắt khi duyệt")).to_be_visible()
    look_at_both(khoa, "keys")


def test_a_slip_is_taken_back_at_once(a_desk, server):
    tu = server.newcomer("Đinh Thị Tư")
    session = server.record(tu, participants=31)
    khoa = sign_in(a_desk(), KHOA)
    to_the_queue(khoa)
    before = number_of_the_queue(khoa)
    khoa.get_by_role("row").filter(has_text="Tổ Đinh Thị Tư").get_by_role("link").click()
    expect(panel(khoa)).to_contain_text(session["receipt_code"])
    panel(khoa).get_by_role("button", name="Duyệt", exact=True).click()
    expect(title(khoa)).to_have_text(f"{before - 1} buổi chờ duyệt")
    khoa.get_by_role("status").get_by_role("button", name="Hoàn tác").click()
    expect(title(khoa)).to_have_text(f"{before} buổi chờ duyệt")
    expect(panel(khoa)).to_contain_text(session["receipt_code"])
    (again,) = server.sessions(tu, 31)
    assert again["state"] == "pending"


def test_two_records_of_one_event_become_one_and_both_authors_see_it(a_desk, a_phone, server):
    # At a hamlet where nobody else does anything today.
    within = server.call(KHOA, "GET", f"/units?level=commune&q={quote('Mỹ An Hưng')}")["items"][0]
    home = server.call(KHOA, "GET", f"/units?level=hamlet&within={within['id']}")["items"][-1]["id"]
    nam, sau = (server.newcomer(name, home=home) for name in ("Bùi Văn Năm", "Lý Thị Sáu"))
    ours, theirs = server.record(nam, participants=41), server.record(sau, participants=43)
    khoa = sign_in(a_desk(), KHOA)
    find_by_receipt(khoa, theirs["receipt_code"])
    alike = panel(khoa).get_by_role("region", name=re.compile("^Buổi tương tự"))
    one = alike.get_by_role("listitem").filter(has_text="Bùi Văn Năm")
    if not one.get_by_role("table").is_visible():
        one.get_by_role("button", name="So sánh").click()
    expect(one.get_by_role("row", name="Lượt người 43 41")).to_be_visible()
    one.get_by_role("button", name="Gộp hai buổi").click()
    asked = khoa.get_by_role("dialog", name="Gộp hai buổi thành một")
    expect(asked).to_contain_text("43 lượt người của buổi được giữ")
    asked.get_by_role("radio", name=re.compile("^Buổi kia")).check()
    expect(asked).to_contain_text("41 lượt người của buổi được giữ")
    expect(asked).to_contain_text("Cả hai Tổ đều được ghi nhận")
    asked.get_by_role("button", name="Gộp hai buổi").click()
    expect(panel(khoa)).to_contain_text(ours["receipt_code"])
    expect(panel(khoa)).to_contain_text("Tổ Lý Thị Sáu")
    merged = server.call(sau, "GET", f"/sessions/{theirs['id']}")
    assert (merged["state"], merged["merged_into"]) == ("withdrawn", ours["id"])

    phone = sign_in(a_phone(), sau)
    phone.goto(f"/buoi/{theirs['id']}")
    expect(phone.get_by_text("Đã gộp với một buổi khác")).to_be_visible()

    counted_once_and_credited_twice(khoa.context.new_page(), sau, theirs, home)
    khoa.get_by_role("status").get_by_role("button", name="Tách ra").click()
    expect(khoa.get_by_text(re.compile("^Đã tách thành hai buổi"))).to_be_visible()
    assert server.call(sau, "GET", f"/sessions/{theirs['id']}")["state"] == "pending"
    tells_what_became_of_the_other(khoa)


def tells_what_became_of_the_other(khoa):
    """Right after a decision about it, and before an approved one would count no more."""

    def open_of(team):
        khoa.get_by_role("row").filter(has_text=team).get_by_role("link").click()
        expect(panel(khoa)).to_contain_text(team)

    khoa.goto("/van-phong/duyet-buoi")
    for team in ("Tổ Lý Thị Sáu", "Tổ Bùi Văn Năm"):
        open_of(team)
        alike = panel(khoa).get_by_role("region", name=re.compile("^Buổi tương tự"))
        expect(alike.get_by_role("listitem").first).to_contain_text("Chờ duyệt")
    panel(khoa).get_by_role("button", name="Duyệt", exact=True).click()
    expect(khoa.get_by_text(re.compile("^Đã duyệt buổi "))).to_be_visible()
    open_of("Tổ Lý Thị Sáu")
    one = alike.get_by_role("listitem").filter(has_text="Bùi Văn Năm")
    expect(one).to_contain_text("Đã duyệt")
    if not one.get_by_role("table").is_visible():
        one.get_by_role("button", name="So sánh").click()
    one.get_by_role("button", name="Gộp hai buổi").click()
    asked = khoa.get_by_role("dialog", name="Gộp hai buổi thành một")
    expect(asked.get_by_role("radio", name=re.compile("^Buổi kia"))).to_be_checked()
    expect(asked.get_by_text("Buổi được giữ còn chờ duyệt")).to_be_hidden()
    asked.get_by_role("radio", name=re.compile("^Buổi này")).check()
    expect(asked.get_by_text("số liệu đã duyệt bớt 41 lượt")).to_be_visible()


def counted_once_and_credited_twice(page, sau, theirs, home):
    """Where the two are numbers: of the teams, of the hamlet, and in the search."""
    days = f"unit={home}&period={theirs['date'][:7]}&state=provisional"
    page.goto(f"/van-phong/ket-qua?{days}&by=team")
    joined = number_of(page, "Cùng tổ chức", theirs["team"]["name"])
    expect(joined).to_have_text("1")
    expect(number_of(page, "Cùng tổ chức", "Tổ Bùi Văn Năm.*")).to_have_text("0")
    joined.click()
    behind = page.get_by_role("dialog", name="Số này từ đâu?")
    expect(behind.get_by_role("row").filter(has_text="1 buổi")).to_be_visible()
    page.goto(f"/van-phong/bao-phu?{days}")
    turns = page.get_by_text("Lượt 12 tháng", exact=True).locator("xpath=..").get_by_role("link")
    told = turns.inner_text()
    turns.click()
    # The hamlet's number is that of its sessions, of which the merged one is none.
    rows = behind.get_by_role("row")
    expect(rows.last).to_contain_text(told)
    expect(rows.filter(has_text="Tổ Bùi Văn Năm")).to_have_text(re.compile("41$"))
    expect(rows.filter(has_text=re.compile("^(?!.*Bùi Văn Năm).*Lý Thị Sáu"))).to_have_count(0)
    expect(behind).to_contain_text("1 buổi đã gộp vào buổi khác")
    page.goto("/van-phong/duyet-buoi")
    find_by_receipt(page, theirs["receipt_code"])
    expect(panel(page).get_by_text("Đã gộp vào buổi khác")).to_be_visible()


def test_the_slower_of_two_officers_sees_what_the_faster_did(a_desk, server, faults):
    faults.expect(r"4(09|12) .*/review$")
    bay = server.newcomer("Trịnh Văn Bảy")
    session = server.record(bay, participants=51)
    khoa = sign_in(a_desk(), KHOA)
    find_by_receipt(khoa, session["receipt_code"])
    expect(figure_of(khoa, "Lượt người 51")).to_be_visible()
    # Meanwhile its author mends it, and another officer sends it back.
    path, etag = f"/sessions/{session['id']}", {"If-Match": '"v1"'}
    mended = server.call(bay, "PUT", path, server.body(bay, 15), etag)
    server.review(KHOA, mended, "return", reasons=["wrong_date"], comment="Hôm đó Tổ đi họp.")

    panel(khoa).get_by_role("button", name="Duyệt", exact=True).click()
    told = panel(khoa).get_by_role("status").filter(has_text="quyết định của bạn chưa được ghi")
    expect(told).to_contain_text("Trả lại")
    expect(told).to_contain_text("Hôm đó Tổ đi họp.")
    expect(told).to_contain_text("Lượt người: 51 → 15")
    expect(figure_of(khoa, "Lượt người 15")).to_be_visible()
