"""One session from the volunteer's phone over the officer's desk into the province's figures."""

import csv
import re

import openpyxl
from playwright.sync_api import expect

from tests.journeys.steps import (
    CASHLESS,
    CASHLESS_DONE,
    CLUSTER,
    COMMUNE,
    EDONGTHAP,
    EDONGTHAP_DONE,
    HANH,
    HOME,
    KHOA,
    LAN,
    SESSIONS,
    TURNS,
    approve,
    confirm,
    count,
    door,
    dotted,
    figure_of,
    fill_in,
    find_by_receipt,
    number,
    open_screen,
    read_back,
    receipt,
    send_back,
    sign_in_by_hand,
    start_recording,
    today,
    walk_to,
)

FIGURES = (SESSIONS, TURNS, CASHLESS_DONE, EDONGTHAP_DONE)
TEAM = "Tổ công nghệ số cộng đồng Ấp 1, Vĩnh Thạnh"
OFFICERS_WORDS = "Bốn bà con mới cài được một nửa, nhờ bạn đếm lại."


def test_a_session_is_recorded_returned_mended_approved_and_counted(a_phone, a_desk):
    hanh = sign_in_by_hand(a_desk(), HANH)
    open_screen(hanh, "Kết quả")
    walk_to(hanh, CLUSTER)
    before = figures_of_the_commune(hanh)

    lan = sign_in_by_hand(a_phone(), LAN)
    expect(lan.get_by_role("banner")).to_contain_text(f"{LAN.name}{TEAM}")
    start_recording(lan)
    mistakes_are_explained_and_nothing_is_lost(lan)
    said = read_back(lan)
    expect(said).to_contain_text(re.compile(f"Ngày {dotted(today())}, {HOME}: hướng dẫn 25 lượt"))
    expect(said).to_contain_text(
        "25 lượt người; 10 lượt mở được tài khoản thanh toán; 12 lượt cài được e‑Dongthap."
        " Đúng chưa?"
    )
    confirm(lan)
    code = receipt(lan)

    khoa = sign_in_by_hand(a_desk(), KHOA)
    find_by_receipt(khoa, code)
    for row in ("Lượt người 25", re.compile("^25 10 "), re.compile("^25 12 ")):
        expect(figure_of(khoa, row)).to_be_visible()
    send_back(khoa, "Số liệu chưa hợp lý", "e‑Dongthap, thành công", OFFICERS_WORDS)
    assert figures_of_the_commune(hanh) == before

    mend(lan)
    assert receipt(lan) == code

    find_by_receipt(khoa, code)
    approve(khoa)
    after = figures_of_the_commune(hanh)
    grown = {name: after[name] - before[name] for name in FIGURES}
    assert grown == dict(zip(FIGURES, (1, 25, 10, 8), strict=True))

    the_number_opens_to_the_session(hanh, code)
    the_files_say_what_the_screen_says(hanh)


def mistakes_are_explained_and_nothing_is_lost(lan):
    fill_in(lan, 25, cashless=(25, 30), edongthap=(25, 12))
    lan.get_by_role("button", name="Gửi", exact=True).click()
    wrong = "Số thành công (30) không được lớn hơn số được hướng dẫn (25)."
    summary = lan.get_by_role("alert")
    expect(summary).to_contain_text("Vui lòng xem lại 1 chỗ")
    expect(summary).to_be_focused()
    field = count(lan, f"{CASHLESS}, thành công")
    expect(field).to_have_accessible_description(wrong)
    summary.get_by_role("link", name=wrong).click()
    expect(field).to_be_focused()
    expect(count(lan, "Số lượt người được hướng dẫn")).to_have_value("25")
    expect(count(lan, f"{EDONGTHAP}, thành công")).to_have_value("12")
    field.fill("10")
    expect(summary).to_be_hidden()


def mend(lan):
    """The officer's words stand at the very field; two taps and a number."""
    lan.get_by_role("link", name="Về trang chủ").click()
    waiting = lan.get_by_role("link", name=re.compile(r"buổi cần bổ sung"))
    expect(waiting).to_contain_text(OFFICERS_WORDS)
    waiting.click()
    row = lan.get_by_role(
        "link", name=re.compile(rf"^{dotted(today()[:5])} · 25 lượt.*Cần bổ sung")
    )
    mending = lan.get_by_role("link", name="Sửa và gửi lại")
    # With a single one returned, the notice leads right to it.
    expect(row.or_(mending).first).to_be_visible()
    if row.count():
        row.first.click()
    expect(lan.get_by_text(f"“{OFFICERS_WORDS}”").first).to_be_visible()
    mending.click()
    field = count(lan, f"{EDONGTHAP}, thành công")
    expect(field).to_have_accessible_description(f"Cán bộ ghi: “{OFFICERS_WORDS}”")
    expect(field).to_have_value("12")
    field.fill("8")
    expect(field).to_have_accessible_description("")
    expect(read_back(lan)).to_contain_text("8 lượt cài được e‑Dongthap")
    confirm(lan)


def figures_of_the_commune(hanh):
    hanh.reload()
    expect(hanh.get_by_role("rowheader", name=COMMUNE, exact=True)).to_be_visible()
    return {name: number(hanh, name, COMMUNE) for name in FIGURES}


def the_number_opens_to_the_session(hanh, code):
    door(hanh, TURNS, COMMUNE).click()
    behind = hanh.get_by_role("dialog", name="Số này từ đâu?")
    expect(behind.get_by_role("row", name=re.compile("^[0-9]+ buổi"))).to_be_visible()
    session = behind.get_by_role("row", name=re.compile(rf"^{dotted(today()[:5])} · {HOME}.* 25$"))
    session.get_by_role("link").first.click()
    expect(hanh.get_by_role("heading", level=1)).to_have_text("1 buổi có mã này")
    expect(hanh.get_by_role("complementary", name="Chi tiết buổi")).to_contain_text(code)
    hanh.go_back()
    behind.get_by_role("button", name="Đóng").click()


def the_files_say_what_the_screen_says(hanh):
    shown = {name: number(hanh, name, CLUSTER) for name in FIGURES}
    sessions, turns = shown[SESSIONS], shown[TURNS]

    with hanh.expect_download() as download:
        hanh.get_by_role("link", name="CSV", exact=True).click()
    with open(download.value.path(), encoding="utf-8-sig", newline="") as file:
        total = next(row for row in csv.DictReader(file) if row["Đơn vị"] == "Tổng cộng")
    assert (total["Tổng số buổi"], total[TURNS]) == (str(sessions), str(turns))

    with hanh.expect_download() as download:
        hanh.get_by_role("link", name=re.compile("^Excel")).click()
    assert download.value.suggested_filename.endswith(".xlsx")
    with open(download.value.path(), "rb") as file:
        sheet = openpyxl.load_workbook(file)["Biểu 02"]
        rows = list(sheet.iter_rows(values_only=True))
    heads = next(row for row in rows if "Tổng số buổi" in row)
    total = next(row for row in rows if "Tổng cộng" in row)
    assert total[heads.index("Tổng số buổi")] == sessions
    assert total[heads.index(TURNS)] == turns
