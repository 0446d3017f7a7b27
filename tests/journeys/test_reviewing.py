"""The officer's queue: at a desk, on a phone, without a mouse, many at once, and two at a time."""

import re
import uuid

import pytest
from playwright.sync_api import expect

from tests.journeys.steps import (
    BAO,
    HANH,
    KHOA,
    approve,
    figure_of,
    find_by_receipt,
    panel,
    send_back,
    sign_in,
    tab_to,
    title,
    waiting,
)


@pytest.fixture(scope="module")
def hoa(server):
    """A leader whose team has no past: nothing that she sends looks unusual."""
    return server.newcomer("Đặng Ngọc Hoa")


def test_an_officer_reviews_on_a_phone(a_phone, server, hoa):
    code = server.send(hoa, turns=13)
    khoa = sign_in(a_phone(), KHOA)
    before = waiting(khoa)

    find_by_receipt(khoa, code)
    expect(figure_of(khoa, "Lượt người 13")).to_be_visible()
    panel(khoa).get_by_role("button", name="Không công nhận").click()
    asked = khoa.get_by_role("dialog", name="Không công nhận buổi này")
    expect(asked.get_by_role("button", name="Không công nhận")).to_be_in_viewport(ratio=1)
    asked.get_by_role("button", name="Thôi").click()
    panel(khoa).get_by_role("button", name="Trả lại", exact=True).click()
    form = khoa.get_by_role("dialog", name="Trả lại để bổ sung")
    form.get_by_role("button", name="Trả lại", exact=True).click()
    expect(form.get_by_text("Chọn ít nhất một lý do.")).to_be_in_viewport()
    form.get_by_role("button", name="Thôi").click()
    send_back(khoa, "Trùng với buổi khác", "Ngày diễn ra", "Ghi lại giúp em.")
    khoa.get_by_role("button", name="Hoàn tác").click()
    expect(khoa.get_by_text(re.compile("^Đã hoàn tác"))).to_be_visible()
    approve(khoa)
    reopened_by_a_slip(khoa)

    panel(khoa).get_by_role("button", name="Đóng").click()
    khoa.get_by_role("button", name="Bỏ tìm").click()
    assert waiting(khoa) == before - 1

    khoa.get_by_role("list", name="Danh sách buổi").get_by_role("link").nth(1).click()
    panel(khoa).get_by_role("button", name="Buổi trước").click()
    expect(panel(khoa).get_by_role("button", name="Buổi trước")).to_have_count(0)
    expect(panel(khoa).get_by_role("button", name="Buổi sau")).to_be_visible()


def reopened_by_a_slip(khoa):
    panel(khoa).get_by_role("button", name="Mở lại").click()
    form = khoa.get_by_role("dialog", name="Mở lại buổi đã duyệt")
    form.get_by_label("Lý do").fill("Nhầm buổi")
    form.get_by_role("button", name="Mở lại").click()
    expect(khoa.get_by_text(re.compile("^Đã mở lại buổi "))).to_be_visible()
    khoa.get_by_role("button", name="Hoàn tác").click()
    expect(khoa.get_by_text(re.compile("^Đã hoàn tác. .* trở về đã duyệt"))).to_be_visible()


def test_all_without_flags_are_approved_at_once_after_they_were_seen(a_desk, server, hoa):
    server.send(hoa, turns=11)
    server.send(hoa, turns=18)
    khoa = sign_in(a_desk(), KHOA)
    waiting(khoa)
    unflagged = khoa.get_by_role("row").filter(has_not_text="Có cảnh báo")
    unflagged.filter(has=khoa.get_by_role("checkbox")).first.get_by_role("link").click()
    approve(khoa)
    before = waiting(khoa)
    clean = khoa.get_by_role("button", name=re.compile("^Duyệt [0-9]+ buổi không có cảnh báo$"))
    n = int(re.search("[0-9]+", clean.inner_text())[0])
    clean.click()

    asked = khoa.get_by_role("dialog", name=f"Duyệt {n} buổi")
    expect(asked.get_by_role("listitem")).to_have_count(n)
    expect(asked.get_by_text("Có cảnh báo")).to_have_count(0)
    asked.get_by_role("button", name=f"Đúng, duyệt {n} buổi").click()
    expect(asked.get_by_text(f"Đã duyệt {n} buổi")).to_be_visible()
    # The one that was decided before is left alone: the last deed was all of these.
    khoa.keyboard.press("z")
    asked.get_by_role("button", name="Đóng").last.click()
    expect(khoa.get_by_text(f"Đã duyệt {n} buổi.", exact=True)).to_be_visible()
    expect(khoa.get_by_text(re.compile("^Đã duyệt buổi "))).to_have_count(0)
    khoa.keyboard.press("z")
    expect(khoa.get_by_text(f"Đã hoàn tác, {n} buổi trở về chờ duyệt.")).to_be_visible()
    expect(title(khoa)).to_have_text(f"{before} buổi chờ duyệt")

    clean.click()
    asked.get_by_role("button", name=f"Đúng, duyệt {n} buổi").click()
    expect(asked.get_by_text(f"Đã duyệt {n} buổi")).to_be_visible()
    asked.get_by_role("button", name="Hoàn tác").click()
    expect(khoa.get_by_text(f"Đã hoàn tác, {n} buổi trở về chờ duyệt.")).to_be_visible()
    assert waiting(khoa) == before

    clean.click()
    # Somebody else is faster with one of them.
    those = server.call(KHOA, "GET", "/sessions?state=pending&decidable=true&limit=100")["items"]
    one = next(session for session in those if not session["flags"])
    server.review(HANH, one, "return", reasons=["duplicate"])
    asked.get_by_role("button", name=f"Đúng, duyệt {n} buổi").click()
    expect(asked.get_by_text("1 buổi chưa duyệt được")).to_be_visible()
    expect(asked.get_by_text("Nội dung vừa được người khác thay đổi")).to_be_visible()
    asked.get_by_role("button", name="Đóng").last.click()

    expect(title(khoa)).to_have_text(re.compile(f"^{before - n} buổi|^Không còn"))
    assert waiting(khoa) == before - n
    rail = khoa.get_by_role("navigation", name="Các màn hình")
    left = "Duyệt buổi" if before == n else f"{before - n} buổi chờ duyệt"
    expect(rail.get_by_role("link", name=left)).to_be_visible()

    # Somebody has looked at all of them again since.
    approved = [session for session in those if not session["flags"] and session != one]
    for decision in ("reopen", "approve"):
        seen = [server.call(HANH, "GET", f"/sessions/{one['id']}") for one in approved]
        etags = [{"id": one["id"], "etag": f'"v{one["version"]}"'} for one in seen]
        words = {"comment": "Xem lại"} if decision == "reopen" else {}
        server.call(HANH, "POST", "/reviews", words | {"decision": decision, "sessions": etags})
    khoa.keyboard.press("z")
    expect(khoa.get_by_text(re.compile("^Không hoàn tác được buổi nào"))).to_be_visible()
    expect(khoa.get_by_text(re.compile("^Đã hoàn tác"))).to_have_count(0)

    # The counts are of all days; where a period narrows the list they would promise too much.
    returned = khoa.get_by_role("radio", name=re.compile(r"^Trả lại( \([0-9]+\))?$"))
    expect(returned).to_have_accessible_name(re.compile("[0-9]"))
    khoa.goto("/van-phong/duyet-buoi?period=2023-02")
    expect(returned).to_have_accessible_name("Trả lại")


def test_the_second_of_two_officers_is_told_that_somebody_decided(a_desk, server, hoa, faults):
    faults.expect(r"4(09|12) .*/review$")
    code = server.send(hoa, turns=12)
    first, second = sign_in(a_desk(), KHOA), sign_in(a_desk(), HANH)
    find_by_receipt(first, code)
    find_by_receipt(second, code)
    approve(first)

    panel(second).get_by_role("button", name="Duyệt", exact=True).click()
    told = panel(second).get_by_role("status").filter(has_text="quyết định của bạn chưa được ghi")
    expect(told).to_contain_text(f"Duyệt {KHOA.name}")
    # What stands there now is what the first one made of it.
    expect(panel(second).get_by_text("Đã duyệt", exact=True).first).to_be_visible()
    expect(panel(second).get_by_role("button", name="Duyệt", exact=True)).to_be_hidden()

    # One person at two devices: nothing that was decided at the other is taken back for a slip.
    code = server.send(hoa, turns=19)
    find_by_receipt(first, code)
    server.review(KHOA, server.sessions(hoa, 19)[0], "approve")
    panel(first).get_by_role("button", name="Duyệt", exact=True).click()
    before = re.compile("^Buổi .*: bạn đã duyệt trước đó.$")
    expect(panel(first).get_by_text(before)).to_be_visible()
    expect(panel(first).get_by_role("button", name="Hoàn tác")).to_have_count(0)


def test_the_queue_is_worked_without_a_mouse(a_desk, server, hoa):
    for turns in (14, 15, 16):
        server.send(hoa, turns)
    khoa = a_desk()
    khoa.goto("/")
    tab_to(khoa, khoa.get_by_label("Số điện thoại"))
    khoa.keyboard.type(KHOA.phone)
    tab_to(khoa, khoa.get_by_label("Mã PIN hoặc mật khẩu"))
    khoa.keyboard.type(KHOA.secret)
    khoa.keyboard.press("Enter")
    before = waiting(khoa)
    place = panel(khoa).get_by_role("heading", level=2)
    opened = khoa.get_by_role("row").filter(has=khoa.locator("xpath=self::*[@aria-current]"))
    # What one entered oneself is passed over.
    rows = khoa.get_by_role("table", name="Danh sách buổi").get_by_role("row")
    rows = rows.filter(has_not_text="cấp trên duyệt")
    expect(place).to_be_visible()

    expect(rows.nth(1)).to_have_attribute("aria-current", "true")
    khoa.keyboard.press("j")
    expect(rows.nth(2)).to_have_attribute("aria-current", "true")
    khoa.keyboard.press("k")
    expect(rows.nth(1)).to_have_attribute("aria-current", "true")
    expect(opened).to_have_count(1)

    expect(panel(khoa).get_by_role("button", name="Duyệt", exact=True)).to_be_visible()
    khoa.keyboard.press("a")
    expect(khoa.get_by_text(re.compile("^Đã duyệt buổi "))).to_be_visible()
    assert waiting(khoa) == before - 1

    expect(panel(khoa).get_by_role("button", name="Trả lại", exact=True)).to_be_visible()
    khoa.keyboard.press("r")
    form = khoa.get_by_role("dialog", name="Trả lại để bổ sung")
    reason = form.get_by_role("checkbox", name="Trùng với buổi khác")
    expect(reason).to_be_visible()
    khoa.keyboard.press("Escape")
    gone = khoa.get_by_role("dialog", name="Trả lại để bổ sung", include_hidden=True)
    expect(gone).to_have_count(0)
    khoa.keyboard.press("r")
    first = form.get_by_role("checkbox").first
    expect(first).to_be_focused()
    khoa.keyboard.press("Space")
    expect(first).to_be_checked()
    tab_to(khoa, reason)
    khoa.keyboard.press("Space")
    khoa.keyboard.press("Control+Enter")
    expect(khoa.get_by_text(re.compile("^Đã trả lại buổi "))).to_be_visible()
    assert waiting(khoa) == before - 2

    khoa.keyboard.press("z")
    expect(khoa.get_by_text(re.compile("^Đã trả lại buổi "))).to_be_hidden()
    assert waiting(khoa) == before - 1


def test_a_return_needs_a_reason_and_other_needs_words(a_desk, server, hoa):
    khoa = sign_in(a_desk(), KHOA)
    find_by_receipt(khoa, server.send(hoa, turns=17))
    panel(khoa).get_by_role("button", name="Trả lại", exact=True).click()
    form = khoa.get_by_role("dialog", name="Trả lại để bổ sung")
    form.get_by_role("button", name="Trả lại", exact=True).click()
    expect(form.get_by_text("Chọn ít nhất một lý do.")).to_be_visible()
    form.get_by_role("checkbox", name="Khác (ghi rõ)").check()
    form.get_by_role("button", name="Trả lại", exact=True).click()
    expect(form.get_by_label("Lời nhắn cho người ghi")).to_have_accessible_description(
        "Vui lòng ghi rõ lý do."
    )
    form.get_by_role("button", name="Thôi").click()
    send_back(khoa, "Khác (ghi rõ)", "Ngày diễn ra", "Hôm đó Tổ đi họp.")
    expect(panel(khoa)).to_contain_text("Hôm đó Tổ đi họp.")


def test_a_queue_of_more_than_a_page_refills_and_says_truly_how_many_there_are(a_desk, server):
    commune = server.call(BAO, "GET", "/units?level=commune&q=Tr%C6%B0%E1%BB%9Dng%20Xu%C3%A2n")
    within = f"/units?level=hamlet&within={commune['items'][0]['id']}"
    home = server.call(BAO, "GET", within)["items"][0]["id"]
    author = server.newcomer("Đoàn Thị Sáu", by=BAO, home=home)
    officer = server.an_officer("Cao Văn Tám", "Trường Xuân")
    body = server.body(author, 20)
    for turns in range(20, 121):
        server.call(author, "PUT", f"/sessions/{uuid.uuid4()}", body | {"participants": turns})
    desk = sign_in(a_desk(), officer)
    day = body["date"]
    desk.goto(f"/van-phong/duyet-buoi?period=custom&from={day}&to={day}")
    expect(title(desk)).to_have_text("Hơn 100 buổi")
    approve(desk)
    expect(title(desk)).to_have_text("100 buổi chờ duyệt")
    expect(desk.get_by_role("button", name="Xem thêm")).to_have_count(0)
