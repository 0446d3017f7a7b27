"""From an invitation to a first session: one person's, the team's own, links that open nothing."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.behind import PHONES
from tests.journeys.steps import (
    EDONGTHAP,
    KHOA,
    LAN,
    approve,
    count,
    find_by_receipt,
    go_home,
    open_screen,
    read_back,
    receipt,
    sign_in,
    start_recording,
    type_in,
)

PIN = "482915"
QUARTER_MINUTE = 15_000


@pytest.fixture
def number():
    return f"0{next(PHONES)}"


def an_invitation(server, person, **more) -> str:
    team = server.call(LAN, "GET", "/auth/me")["teams"][0]["id"]
    body = {"team_id": team, "kind": "personal"} | more
    return server.call(person, "POST", "/invitations", body)["token"]


def introduce_oneself(phone, name, number, pin=PIN):
    phone.get_by_label("Họ và tên").fill(name)
    phone.get_by_label("Số điện thoại").fill(number)
    phone.get_by_label("Đặt mã PIN (6 số)").fill(pin)
    phone.get_by_label("Nhập lại mã PIN").fill(pin)
    phone.get_by_role("button", name="Tham gia").click()


def title(phone):
    return phone.get_by_role("heading", level=1)


def test_a_leaders_link_brings_somebody_in_and_their_session_is_approved(
    a_phone, a_desk, number, look_at
):
    lan = sign_in(a_phone(), LAN)
    lan.get_by_role("navigation").get_by_role("link", name="Tổ", exact=True).click()
    lan.get_by_role("link", name="Mời thành viên").click()
    look_at(lan, "inviting")
    lan.get_by_label("Họ và tên người được mời").fill("Võ Văn Út")
    lan.get_by_role("button", name="Tạo lời mời").click()
    handed = lan.get_by_role("dialog", name="Lời mời cho Võ Văn Út")
    expect(handed.get_by_role("img", name=re.compile("^Mã QR"))).not_to_have_attribute(
        "aria-busy", "true"
    )
    look_at(lan, "an invitation")
    link = re.search(r"/moi/\w+", handed.inner_text())[0]

    ut = a_phone()
    ut.goto(link)
    expect(title(ut)).to_contain_text("Tổ công nghệ số cộng đồng")
    expect(ut.get_by_label("Họ và tên")).to_have_value("Võ Văn Út")
    look_at(ut, "invited")
    ut.get_by_role("button", name="Tham gia").click()
    expect(ut.get_by_role("alert")).to_be_visible()
    look_at(ut, "invited, with faults")
    introduce_oneself(ut, "Võ Văn Út", number)
    expect(title(ut)).to_have_text("Chào mừng Võ Văn Út!")
    look_at(ut, "welcome")
    ut.get_by_role("link", name="Ghi buổi đầu tiên").click()
    count(ut, "Số lượt người được hướng dẫn").fill("14")
    count(ut, f"{EDONGTHAP}, thành công").fill("8")
    read_back(ut)
    ut.get_by_role("button", name="Đúng, gửi đi").click()
    code = receipt(ut)

    khoa = sign_in(a_desk(), KHOA)
    find_by_receipt(khoa, code)
    approve(khoa)


def test_the_teams_own_code_waits_for_the_leaders_yes(a_phone, server, number, look_at, faults):
    faults.expect(r"404 .*/invitations/")
    code = an_invitation(server, KHOA, kind="team")
    nga = a_phone()
    nga.goto("/")
    nga.get_by_role("link", name="Tôi có mã mời").click()
    look_at(nga, "code")
    typed = f"{code[:4]}-{code[4:8]} {code[8:]}".lower()
    nga.get_by_label("Mã mời").fill(typed)
    nga.get_by_role("button", name="Tiếp tục").click()
    introduce_oneself(nga, "Lê Thị Nga", number)
    expect(title(nga)).to_have_text("Đang chờ duyệt")
    expect(nga.get_by_text(re.compile("^Chưa được duyệt"))).to_be_visible()
    look_at(nga, "waiting")

    lan = sign_in(a_phone(), LAN)
    # Told on home, below the one thing to do, and on the tab, whatever she came for.
    asks = lan.get_by_role("main").get_by_role("link", name=re.compile("người xin vào Tổ$"))
    expect(asks).to_be_visible()
    begin = lan.get_by_role("link", name="Ghi buổi mới").bounding_box()
    assert asks.bounding_box()["y"] > begin["y"]
    tab = lan.get_by_role("navigation").get_by_role("link", name=re.compile("^Tổ"))
    expect(tab).to_have_accessible_name(re.compile(r"^Tổ \d+ người xin vào Tổ$"))
    tab.click()
    expect(asks).to_be_visible()
    asks.click()
    yes = lan.get_by_role("button", name="Đồng ý cho Lê Thị Nga vào Tổ")
    expect(yes).to_be_visible()
    look_at(lan, "who asks")
    yes.click()
    expect(lan.get_by_text("Lê Thị Nga đã vào Tổ.")).to_be_visible()

    nga.get_by_role("button", name="Xem đã được duyệt chưa").click()
    expect(title(nga)).to_have_text("Chào mừng Lê Thị Nga!")
    nga.get_by_role("link", name="Xem trang chủ trước").click()
    start_recording(nga)


def test_from_an_officers_sheet_to_the_teams_first_approved_session(
    a_phone, a_desk, server, number
):
    home = server.call(LAN, "GET", "/auth/me")["teams"][0]["home"]["id"]
    new = {"kind": "hamlet", "name": f"Tổ mới {number}", "home_id": home}
    team = server.call(KHOA, "POST", "/teams", new | {"founded_on": "2024-01-02"})
    khoa = sign_in(a_desk(), KHOA)
    khoa.goto(f"/van-phong/to/{team['id']}")
    khoa.get_by_role("link", name="In thẻ QR").click()
    khoa.get_by_role("button", name="Tạo thẻ để in").click()
    card = khoa.get_by_role("listitem").filter(has_text=team["name"])
    code = re.search(r"\w{4}-\w{4}-\w{4}", card.inner_text())[0]

    dao = a_phone()
    dao.clock.install()
    dao.goto("/")
    dao.get_by_role("link", name="Tôi có mã mời").click()
    dao.get_by_label("Mã mời").fill(code)
    dao.get_by_role("button", name="Tiếp tục").click()
    introduce_oneself(dao, "Trần Thị Đào", number)
    expect(title(dao)).to_have_text("Đang chờ duyệt")

    khoa.get_by_role("link", name="Trang của Tổ").click()
    khoa.get_by_role("button", name="Cho vào: Trần Thị Đào").click()
    expect(khoa.get_by_text("Đã nhận Trần Thị Đào.")).to_be_visible()
    # The phone asks by itself now and then, and comes in with the PIN of before.
    dao.clock.fast_forward(QUARTER_MINUTE)
    expect(title(dao)).to_have_text("Chào mừng Trần Thị Đào!")
    dao.get_by_role("link", name="Ghi buổi đầu tiên").click()
    count(dao, "Số lượt người được hướng dẫn").fill("14")
    count(dao, f"{EDONGTHAP}, thành công").fill("8")
    read_back(dao)
    dao.get_by_role("button", name="Đúng, gửi đi").click()
    receipt_code = receipt(dao)
    go_home(dao)
    month = dao.get_by_role("region", name=re.compile("^Tổ mình tháng"))
    expect(month).to_contain_text("Còn 1 buổi chờ duyệt")

    open_screen(khoa, "Duyệt buổi")
    find_by_receipt(khoa, receipt_code)
    approve(khoa)
    dao.reload()
    expect(month).to_contain_text(re.compile(r"1\s*buổi\s*14\s*lượt bà con\s*8\s*cài"))


def test_who_closed_the_page_while_waiting_comes_in_with_the_pin(a_phone, server, number):
    code = an_invitation(server, KHOA, kind="team")
    sau = a_phone()
    sau.goto(f"/moi/{code}")
    introduce_oneself(sau, "Trần Thị Sáu", number)
    expect(title(sau)).to_have_text("Đang chờ duyệt")
    sau.goto("about:blank")
    (asked,) = [
        one
        for one in server.call(LAN, "GET", "/join-requests")["items"]
        if one["name"] == "Trần Thị Sáu"
    ]
    server.call(LAN, "POST", f"/join-requests/{asked['id']}/decision", {"decision": "approve"})
    sau.goto("/")
    sau.get_by_role("link", name=re.compile("^Đang chờ duyệt vào")).click()
    expect(title(sau)).to_have_text("Đã được duyệt!")
    sau.get_by_label("Nhập mã PIN bạn đã đặt").fill(PIN)
    sau.get_by_role("button", name="Vào Tổ").click()
    expect(title(sau)).to_have_text("Chào mừng Trần Thị Sáu!")


def test_a_number_with_an_account_joins_with_its_present_pin(a_phone, server, faults):
    faults.expect(r"422 .*/accept$")
    tam = server.newcomer("Nguyễn Thị Tám")
    phone = a_phone()
    phone.goto(f"/moi/{an_invitation(server, KHOA)}")
    introduce_oneself(phone, tam.name, tam.phone, "739164")
    expect(phone.get_by_text("Số này đã có tài khoản")).to_be_visible()
    present = phone.get_by_label("Mã PIN đang dùng")
    present.fill("000001")
    phone.get_by_role("button", name="Tham gia").click()
    expect(present).to_have_accessible_description(re.compile("^Mã PIN chưa đúng"))
    present.fill(tam.secret)
    phone.get_by_role("button", name="Tham gia").click()
    expect(title(phone)).to_have_text(f"Chào mừng {tam.name}!")
    assert len(server.call(tam, "GET", "/auth/me")["teams"]) == 2


def test_who_is_signed_in_joins_with_one_tap(a_phone, server):
    tu = server.newcomer("Lý Thị Tư")
    phone = sign_in(a_phone(), tu)
    phone.goto(f"/moi/{an_invitation(server, KHOA)}")
    expect(phone.get_by_text(f"Bạn đang đăng nhập với tên {tu.name}.")).to_be_visible()
    phone.get_by_role("button", name="Tham gia", exact=True).click()
    expect(title(phone)).to_have_text(f"Chào mừng {tu.name}!")


def test_what_was_typed_outlives_a_lost_connection(a_phone, server, number, faults):
    faults.expect(r"net::ERR_FAILED")
    phone = a_phone()
    phone.goto(f"/moi/{an_invitation(server, KHOA)}")
    phone.context.route("**/accept", lambda route: route.abort())
    introduce_oneself(phone, "Phan Văn Bảy", number)
    expect(phone.get_by_text("Những gì bạn nhập vẫn còn.")).to_be_visible()
    phone.reload()
    expect(phone.get_by_label("Họ và tên")).to_have_value("Phan Văn Bảy")
    expect(phone.get_by_label("Số điện thoại")).to_have_value(number)
    expect(phone.get_by_label("Đặt mã PIN (6 số)")).to_have_value("")
    phone.context.unroute_all()
    introduce_oneself(phone, "Phan Văn Bảy", number)
    expect(title(phone)).to_have_text("Chào mừng Phan Văn Bảy!")


def test_a_link_that_opens_nothing_says_what_to_do(a_phone, server, number, faults, look_at):
    faults.expect(r"404 .*/invitations/")
    used, taken_back = an_invitation(server, KHOA), an_invitation(server, KHOA)
    team = server.call(LAN, "GET", "/auth/me")["teams"][0]["id"]
    open_ones = server.call(KHOA, "GET", f"/invitations?team={team}")["items"]
    assert taken_back in [one["token"] for one in open_ones]
    phone = a_phone()
    phone.goto(f"/moi/{used}")
    introduce_oneself(phone, "Hồ Thị Chín", number)
    expect(title(phone)).to_contain_text("Chào mừng")

    other = a_phone()
    other.goto(f"/moi/{used}")
    expect(title(other)).to_have_text("Lời mời này đã được dùng")
    expect(other.get_by_role("main")).to_contain_text(f"nhờ {KHOA.name} gửi lời mời mới")
    look_at(other, "used")
    other.get_by_role("link", name="Nhập mã mời khác").click()
    other.get_by_label("Mã mời").fill("AAAA-BBBB-CCCC")
    other.get_by_role("button", name="Tiếp tục").click()
    expect(title(other)).to_have_text("Không tìm thấy lời mời này")

    lan = sign_in(a_phone(), LAN)
    lan.goto("/to/moi")
    lan.get_by_role("button", name=re.compile("^Thu hồi")).first.click()
    asked = lan.get_by_role("dialog", name="Thu hồi lời mời này?")
    asked.get_by_role("button", name="Thu hồi").click()
    expect(lan.get_by_text("Đã thu hồi lời mời.")).to_be_visible()
    still = server.call(KHOA, "GET", f"/invitations?team={team}")["items"]
    (gone,) = {one["token"] for one in open_ones} - {one["token"] for one in still} - {used} or {""}
    other.goto(f"/moi/{gone}")
    expect(title(other)).to_have_text("Lời mời này đã được thu hồi")


def test_officers_who_forgot_are_helped_by_the_level_above(a_desk):
    desk = a_desk()
    desk.goto("/van-phong/")
    desk.get_by_role("button", name="Quên mã PIN?").click()
    helped = desk.get_by_role("dialog", name="Quên mã PIN?")
    expect(helped).to_contain_text("Gọi quản trị cấp trên của bạn để được cấp mã tạm.")


def test_a_forgotten_pin_names_who_helps(a_phone):
    phone = sign_in(a_phone(), LAN)
    phone.get_by_role("button", name="Không phải bạn?").click()
    phone.get_by_role("button", name="Đăng xuất").click()
    phone.get_by_role("button", name="Quên mã PIN?").click()
    helped = phone.get_by_role("dialog", name="Quên mã PIN?")
    expect(helped).to_contain_text("8 số, dùng trong 24 giờ")
    expect(helped.get_by_role("listitem").first).to_contain_text("cán bộ")
    helped.get_by_role("button", name="Tôi có mã tạm rồi").click()
    expect(helped).to_be_hidden()
    type_in(phone, LAN.phone, LAN.secret)
    expect(phone.get_by_role("link", name="Ghi buổi mới")).to_be_visible()
