"""axe-core finds nothing to object to in what one has to press something for: dialogs, faults,
answers. The screens that a link leads to are walked in `test_every_office_screen`."""

import re

from playwright.sync_api import expect

from tests.journeys.steps import (
    BAO,
    CLUSTER,
    HANH,
    KHOA,
    LAN,
    TURNS,
    confirm,
    door,
    fill_in,
    go_home,
    open_screen,
    read_back,
    receipt,
    sign_in,
    sign_in_by_hand,
    start_recording,
    title,
)


def test_what_a_volunteer_sees(a_phone, look_at_both, faults):
    faults.expect(r"net::ERR_INTERNET_DISCONNECTED")
    page = a_phone()
    page.goto("/")
    expect(page.get_by_label("Số điện thoại")).to_be_visible()
    look_at_both(page, "sign-in")
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()
    look_at_both(page, "sign-in with faults")
    sign_in_by_hand(page, LAN)
    expect(page.get_by_role("region", name="Buổi gần đây")).to_be_visible()
    look_at_both(page, "home")

    start_recording(page)
    page.get_by_role("button", name=re.compile("^Thêm chi tiết")).click()
    look_at_both(page, "form")
    page.get_by_role("button", name="Gửi", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()
    look_at_both(page, "form with faults")
    fill_in(page, 21, cashless=(21, 4), edongthap=(21, 5))
    page.get_by_role("button", name=re.compile("^Hình thức")).click()
    look_at_both(page, "a choice")
    page.keyboard.press("Escape")
    read_back(page)
    look_at_both(page, "read-back")
    confirm(page)
    receipt(page)
    look_at_both(page, "result")
    go_home(page)

    tabs = page.get_by_role("navigation", name="Các màn hình")
    tabs.get_by_role("link", name="Buổi").click()
    row = page.get_by_role("main").get_by_role("listitem").get_by_role("link").first
    expect(row).to_be_visible()
    look_at_both(page, "list")
    row.click()
    expect(page.get_by_role("heading", name="Lịch sử")).to_be_visible()
    look_at_both(page, "detail")
    page.get_by_role("link", name="Quay lại").click()
    for name, there in (("Tổ", "Thành viên"), ("Tài liệu", "Tài liệu")):
        tabs.get_by_role("link", name=name, exact=True).click()
        expect(page.get_by_role("heading", name=there).first).to_be_visible()
        look_at_both(page, name)
    page.get_by_role("main").get_by_role("link", name=re.compile("^Giữ tài khoản an toàn")).click()
    expect(page.get_by_role("heading", name="Nhớ kỹ")).to_be_visible()
    look_at_both(page, "a guide")
    page.get_by_role("link", name="Quay lại").click()
    tabs.get_by_role("link", name="Trang chủ").click()
    page.get_by_role("banner").get_by_role("link", name="Tài khoản").click()
    expect(page.get_by_role("heading", name="Ngôn ngữ")).to_be_visible()
    look_at_both(page, "account")
    page.get_by_role("link", name="Nộp buổi từ máy khác").click()
    expect(page.get_by_label("Tin có các buổi chưa gửi")).to_be_visible()
    page.get_by_role("button", name="Nhận các buổi này").click()
    expect(page.get_by_text(re.compile("^Không thấy buổi nào"))).to_be_visible()
    look_at_both(page, "handing in")
    what_waits_on_the_phone(page, look_at_both)


def what_waits_on_the_phone(page, look_at_both):
    page.goto("/")
    start_recording(page)
    page.context.set_offline(True)
    fill_in(page, 22, cashless=(22, 1), edongthap=(22, 2))
    read_back(page)
    confirm(page)
    expect(page.get_by_text(re.compile("^Chưa gửi được"))).to_be_visible()
    look_at_both(page, "not sent yet")
    go_home(page)
    look_at_both(page, "home with something unsent")
    page.get_by_role("navigation", name="Các màn hình").get_by_role("link", name="Buổi").click()
    page.get_by_role("link", name=re.compile("· 22 lượt.*Chưa gửi")).click()
    look_at_both(page, "unsent")
    page.get_by_role("link", name="Quay lại").click()
    page.get_by_role("link", name="Giữ riêng một bản, hoặc nhờ nộp").click()
    expect(page.get_by_role("button", name="Lưu thành tệp")).to_be_visible()
    look_at_both(page, "keeping a copy")


def test_what_an_officer_sees(a_desk, look_at_both):
    page = sign_in(a_desk(), KHOA)
    open_screen(page, "Tổ và thành viên")
    page.get_by_role("main").get_by_role("link", name=re.compile("^Tổ công nghệ")).first.click()
    expect(page.get_by_role("heading", name=re.compile("thành viên$"))).to_be_visible()
    page.get_by_role("button", name="Thêm thành viên").click()
    look_at_both(page, "new member")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Mời thành viên").click()
    look_at_both(page, "new invitation")
    page.get_by_role("radio", name="Cả Tổ").check()
    page.get_by_role("button", name="Tạo lời mời").click()
    expect(page.get_by_role("img", name=re.compile("^Mã QR"))).to_be_visible()
    look_at_both(page, "an invitation")
    page.keyboard.press("Escape")

    open_screen(page, "Tổ và thành viên")
    page.get_by_role("link", name="In thẻ QR").click()
    look_at_both(page, "before the cards")
    page.get_by_role("button", name="Tạo thẻ để in").click()
    expect(page.get_by_role("img", name=re.compile("^Mã QR")).first).to_be_visible()
    look_at_both(page, "sheet of cards")
    open_screen(page, "Nộp buổi hộ")
    page.get_by_label("Dán nguyên văn tin nhắn vào đây").fill("TCN1|1|abc|00000000")
    expect(page.get_by_text(re.compile("không đọc được$"))).to_be_visible()
    look_at_both(page, "handing in")


def test_what_the_province_sees(a_desk, look_at_both):
    page = sign_in(a_desk(), HANH)
    open_screen(page, "Kết quả")
    expect(door(page, TURNS, CLUSTER)).to_be_visible()
    look_at_both(page, "results")
    for group in ("Hình thức", "Nội dung", "Chi tiết"):
        page.get_by_role("radio", name=group).check()
        look_at_both(page, f"results, {group}")
    page.get_by_role("radio", name="Tổng quan").check()
    page.get_by_role("button", name=re.compile("^Kỳ ")).click()
    look_at_both(page, "period")
    page.keyboard.press("Escape")
    door(page, TURNS, CLUSTER).click()
    behind = page.get_by_role("dialog", name="Số này từ đâu?")
    expect(behind.get_by_role("table")).to_be_visible()
    look_at_both(page, "behind a number")


def test_what_the_administrator_sees(a_desk, look_at_both):
    page = sign_in_by_hand(a_desk(), BAO)
    expect(title(page)).to_be_visible()
    for name in ("Người dùng", "Nhật ký"):
        open_screen(page, name)
        expect(title(page)).to_have_text(name)
        expect(page.get_by_role("main").get_by_role("listitem").first).to_be_visible()
        look_at_both(page, name)
