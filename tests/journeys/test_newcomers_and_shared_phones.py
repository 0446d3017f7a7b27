"""Who comes new gets in with a code; who leaves a phone leaves nothing to see."""

import re

from playwright.sync_api import expect

from tests.journeys.steps import (
    KHOA,
    LAN,
    confirm,
    count,
    lose_signal,
    open_screen,
    read_back,
    receipt,
    sign_in,
    sign_in_by_hand,
    start_recording,
    teach,
    type_in,
)

TRANG, PHONE, PIN = "Huỳnh Thị Trang", "0981999123", "481926"


def test_an_officer_adds_a_team_and_its_leader_records_with_a_pin_of_her_own(a_desk, a_phone):
    khoa = sign_in(a_desk(), KHOA)
    hamlet = a_hamlet_without_a_team(khoa)
    open_the_new_team(khoa, hamlet)
    code = add_the_leader(khoa)

    trang = a_phone()
    trang.goto("/")
    type_in(trang, PHONE, code)
    choose_a_pin(trang)
    expect(trang.get_by_role("heading", level=1)).to_contain_text(TRANG)

    start_recording(trang)
    expect(trang.get_by_role("button", name=f"Nơi tổ chức {hamlet}")).to_be_visible()
    count(trang, "Số lượt người được hướng dẫn").fill("9")
    teach(trang, "e‑Dongthap", 9, 7)
    read_back(trang)
    confirm(trang)
    receipt(trang)


def a_hamlet_without_a_team(khoa):
    open_screen(khoa, "Mức độ bao phủ")
    khoa.get_by_role("link", name=re.compile("khóm, ấp chưa có Tổ")).click()
    rows = khoa.get_by_role("region", name="Từng khóm, ấp theo tháng").get_by_role("rowheader")
    return rows.first.inner_text()


def open_the_new_team(khoa, hamlet):
    open_screen(khoa, "Tổ và thành viên")
    khoa.get_by_role("button", name="Thêm Tổ").first.click()
    form = khoa.get_by_role("dialog", name="Thêm Tổ công nghệ số cộng đồng")
    form.get_by_role("searchbox").fill(hamlet.split(",")[0].split(" (")[0])
    form.get_by_role("button", name=hamlet).click()
    expect(form.get_by_label("Tên Tổ")).to_have_value(re.compile("^Tổ công nghệ số cộng đồng"))
    name = form.get_by_label("Tên Tổ").input_value()
    form.get_by_role("button", name="Thêm Tổ").click()
    expect(khoa.get_by_text(f"Đã thêm {name}.")).to_be_visible()
    expect(khoa.get_by_role("heading", level=1)).to_have_text(name)


def add_the_leader(khoa):
    khoa.get_by_role("button", name="Thêm thành viên").click()
    form = khoa.get_by_role("dialog", name="Thêm thành viên")
    form.get_by_label("Họ và tên").fill(TRANG)
    form.get_by_label("Số điện thoại").fill("+84 981 999 123")
    form.get_by_role("radio", name="Tổ trưởng").check()
    form.get_by_role("radio", name="Nữ").check()
    form.get_by_role("radio", name="Có", exact=True).check()
    form.get_by_role("button", name="Thêm thành viên").click()
    expect(khoa.get_by_text(f"Đã thêm {TRANG}.")).to_be_visible()
    khoa.get_by_role("button", name=f"Cấp mã tạm cho {TRANG}").click()
    form = khoa.get_by_role("dialog", name=f"Mã tạm của {TRANG}")
    form.get_by_role("button", name="Cấp mã", exact=True).click()
    said = form.get_by_role("status")
    expect(said).to_contain_text(f"Đọc cho {TRANG}:")
    code = re.search(r"\d{2,4}( \d{2,4})+", said.inner_text())[0]
    form.get_by_role("button", name="Đóng").last.click()
    return code.replace(" ", "")


def choose_a_pin(trang):
    expect(trang.get_by_role("heading", name="Đặt mã PIN mới")).to_be_visible()
    first, again = trang.get_by_label("Mã PIN mới"), trang.get_by_label("Nhập lại lần nữa")
    save = trang.get_by_role("button", name="Lưu mã mới")
    first.fill(PIN)
    again.fill("481927")
    save.click()
    expect(again).to_have_accessible_description("Hai lần nhập chưa giống nhau.")
    again.fill(PIN)
    save.click()


def test_the_next_person_on_a_shared_phone_sees_nothing_of_the_first(a_phone, server, faults):
    # A farewell cut off by the next page is said once more.
    faults.expect(r"net::ERR_", r"401 .*/auth/logout$")
    tam = server.newcomer("Phan Thanh Tâm")
    phone = sign_in(a_phone(), LAN)
    # Once the app is kept on the phone, its worker stands between the page and the network.
    phone.evaluate("navigator.serviceWorker.ready.then(() => true)")
    phone.reload()
    lose_signal(phone)
    start_recording(phone)
    count(phone, "Số lượt người được hướng dẫn").fill("47")
    teach(phone, "e‑Dongthap", 47, 7)
    read_back(phone)
    confirm(phone)
    phone.get_by_role("link", name="Ghi buổi khác").click()
    count(phone, "Số lượt người được hướng dẫn").fill("48")
    expect(phone.get_by_text(re.compile("^Đã lưu "))).to_be_visible()
    phone.get_by_role("link", name="Quay lại").click()
    leave(phone, saying="Trên máy này còn 1 buổi chưa gửi")
    phone.context.set_offline(False)

    expect(phone.locator("body")).not_to_contain_text(LAN.name)
    phone.go_back()
    expect(phone.get_by_label("Số điện thoại")).to_be_visible()
    expect(phone.locator("body")).not_to_contain_text(LAN.name)

    sign_in_by_hand(phone, tam)
    expect(phone.get_by_role("heading", level=1)).to_contain_text(tam.name)
    expect(phone.get_by_role("banner").get_by_role("status")).to_have_text("Đã gửi hết")
    expect(phone.get_by_text("Bạn chưa ghi buổi nào.")).to_be_visible()
    expect(phone.get_by_text("Ghi tiếp bản nháp")).to_have_count(0)
    start_recording(phone)
    expect(count(phone, "Số lượt người được hướng dẫn")).to_have_value("")
    phone.get_by_role("link", name="Quay lại").click()
    assert server.sessions(LAN, 47) == []
    leave(phone)

    sign_in_by_hand(phone, LAN)
    expect(phone.get_by_role("banner").get_by_role("status")).to_have_text("Đã gửi hết")
    expect(phone.get_by_role("link", name=re.compile("^Ghi tiếp bản nháp"))).to_be_visible()
    assert len(server.sessions(LAN, 47)) == 1


def leave(phone, saying=""):
    phone.get_by_role("button", name="Không phải bạn?").click()
    sheet = phone.get_by_role("dialog", name="Không phải bạn?")
    if saying:
        expect(sheet).to_contain_text(saying)
    sheet.get_by_role("button", name="Đăng xuất").click()
    expect(phone.get_by_label("Số điện thoại")).to_be_visible()
