"""From a province to the one hamlet that nobody has visited, to the message that asks about it; and
places side by side."""

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from tests.chromium import DESK, PHONE
from tests.journeys.steps import CLUSTER, COMMUNE, HANH, KHOA, here, open_screen, sign_in, title

GRID = "Từng khóm, ấp theo tháng"
WITHOUT = "/van-phong/bao-phu?state=provisional&only=without"


@pytest.fixture
def look_twice(look_at):
    """At the screen as a phone has it and as a desk has it."""

    def look(page, name):
        before = page.viewport_size
        for size, device in ((PHONE, "phone"), (DESK, "desk")):
            page.set_viewport_size(size)
            look_at(page, f"{name} on a {device}")
        page.set_viewport_size(before)

    return look


def gaps(server, person=KHOA, query=""):
    """What the server says of the hamlets' month: state -> names in full."""
    rows = server.call(person, "GET", f"/coverage?state=provisional{query}")["rows"]
    found = {"active": [], "nil": [], "silent": [], "no_team": []}
    for row in rows:
        found[row["states"][-1]].append(row)
    return found


def hamlets(page):
    """The hamlets listed by month: rows of a table at a desk, cards on a phone."""
    section = page.get_by_role("heading", name=GRID).locator("xpath=ancestor::section")
    return section.get_by_role("rowheader").or_(section.locator("li.card"))


def test_an_officer_goes_down_to_the_hamlet_nobody_visited(a_phone, look_twice, server):
    khoa = sign_in(a_phone(), KHOA)
    states = gaps(server)
    left = len(states["nil"]) + len(states["silent"]) + len(states["no_team"])
    khoa.goto(WITHOUT)
    expect(khoa.get_by_text(f"{left} khóm, ấp: chưa có buổi trong tháng")).to_be_visible()
    more = khoa.get_by_role("button", name=re.compile("^Xem thêm .* khóm, ấp"))
    while more.is_visible():
        more.click()
    expect(hamlets(khoa)).to_have_count(left)
    expect(hamlets(khoa).filter(has_text="Có hoạt động")).to_have_count(0)
    look_twice(khoa, "hamlets without a session")

    khoa.get_by_role("link", name="Tất cả khóm, ấp").click()
    expect(khoa.get_by_role("figure", name="Mỗi ô là một khóm, ấp")).to_be_visible()
    expect(khoa.get_by_role("figure", name=re.compile("^Từ thí điểm"))).to_be_visible()
    communes = khoa.get_by_role("heading", name="Từng xã, phường").locator("xpath=..")
    expect(communes.get_by_role("link", name=COMMUNE, exact=True)).to_be_visible()
    look_twice(khoa, "coverage of an area")
    squares = khoa.get_by_role("figure", name="Mỗi ô là một khóm, ấp")
    squares.get_by_role("button", name="Bảng số liệu").click()
    expect(squares.get_by_role("row", name=re.compile(f"^{COMMUNE}"))).to_be_visible()
    squares.get_by_role("button", name="Bảng số liệu").click()
    squares.get_by_role("link", name=COMMUNE, exact=True).click()
    expect(here(khoa)).to_have_text(COMMUNE)

    longest = hamlets(khoa).first.get_by_role("link").first
    name = longest.inner_text().split(",")[0].split(" (")[0].split("\n")[0]
    longest.click()
    expect(here(khoa)).to_have_text(name)
    months = khoa.get_by_role("list", name=re.compile("^12 tháng")).get_by_role("img")
    expect(months).to_have_count(12)
    look_twice(khoa, "one hamlet")


COPY = re.compile("^Sao chép (tin nhắn|phần)")


def said_in_all(panel):
    """The whole reminder: what is longer than Zalo takes stands in parts."""
    text, parts = panel.get_by_role("textbox"), panel.get_by_role("radio", name=re.compile("^phần"))
    said = [text.input_value()]
    for part in parts.all()[1:]:
        part.check()
        expect(text).not_to_have_value(said[-1])
        said.append(text.input_value())
    return "\n".join(said)


def test_a_reminder_names_those_who_are_missing_and_nobody_else(a_phone, look_twice, server):
    khoa = sign_in(a_phone(), KHOA)
    khoa.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_screen(khoa, "Mức độ bao phủ")
    expect(title(khoa)).to_contain_text("Mức độ bao phủ")
    khoa.get_by_role("link", name="Soạn tin nhắc Zalo").click()
    panel = khoa.get_by_role("dialog", name="Tin nhắc gửi Zalo")
    text = panel.get_by_role("textbox")
    expect(text).to_have_value(re.compile("^Kính gửi"))
    look_twice(khoa, "a reminder")
    states = gaps(server)
    said = said_in_all(panel)
    asked = [line for line in said.splitlines() if line.startswith("- ")]
    wanted = [row["unit"]["full_name"].split(", ")[0] for row in states["silent"]]
    assert sorted(line[2:].split(" – ")[0] for line in asked) == sorted(wanted)
    assert KHOA.name in said and "0900" not in said

    text.fill(text.input_value() + "\nHẹn gặp các anh chị cuối tuần.")
    panel.get_by_role("button", name=COPY).click()
    expect(panel.get_by_text("Đã sao chép.")).to_be_visible()
    copied = "navigator.clipboard.readText()"
    assert khoa.evaluate(copied).endswith("cuối tuần.")
    one = panel.get_by_role("button", name=f"Sao chép tin cho {COMMUNE}")
    one.click()
    expect(one).to_contain_text("Đã chép")
    alone = khoa.evaluate(copied)
    of_commune = [row for row in states["silent"] if row["path"][-1]["name"] == COMMUNE]
    assert sum(line.startswith("- ") for line in alone.splitlines()) == len(of_commune)

    panel.get_by_role("radio", name="Tổ, đơn vị hơn 30 ngày chưa có buổi").check()
    expect(text).to_have_value(re.compile("hơn 30 ngày qua"))
    look_twice(khoa, "a reminder to teams")


def test_what_was_typed_over_a_message_is_there_again_after_another_was_looked_at(a_desk):
    hanh = sign_in(a_desk(), HANH)
    hanh.context.grant_permissions(["clipboard-read", "clipboard-write"])
    hanh.goto("/van-phong/bao-phu?remind=hamlets")
    panel = hanh.get_by_role("dialog", name="Tin nhắc gửi Zalo")
    text, parts = panel.get_by_role("textbox"), panel.get_by_role("radio", name=re.compile("^phần"))
    written = text.input_value()
    typed = "Hẹn gặp các anh chị cuối tuần. " + written
    text.fill(typed)
    parts.nth(1).check()
    expect(text).not_to_have_value(typed)
    parts.nth(0).check()
    expect(text).to_have_value(typed)
    # Nor does it go with the panel.
    panel.get_by_role("button", name="Đóng").click()
    expect(panel).to_be_hidden()
    hanh.get_by_role("link", name="Soạn tin nhắc Zalo").first.click()
    expect(text).to_have_value(typed)

    panel.get_by_role("button", name=re.compile("^Gửi cho")).click()
    hanh.get_by_role("dialog", name="Gửi cho").get_by_role("button").last.click()
    expect(text).not_to_have_value(typed)
    first = panel.get_by_role("button", name=re.compile("^Sao chép tin cho")).first
    first.click()
    expect(first).to_contain_text("Đã chép")
    assert hanh.evaluate("navigator.clipboard.readText()") == typed
    hanh.reload()
    expect(text).to_have_value(written)


def test_where_the_browser_has_no_clipboard_the_message_is_copied_all_the_same(a_desk):
    desk = a_desk()
    desk.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    khoa = sign_in(desk, KHOA)
    khoa.goto("/van-phong/bao-phu?remind=hamlets")
    panel = khoa.get_by_role("dialog", name="Tin nhắc gửi Zalo")
    panel.get_by_role("button", name=COPY).click()
    expect(panel.get_by_text("Đã sao chép.")).to_be_visible()
    text = panel.get_by_role("textbox")
    wanted = text.input_value()
    text.fill("")
    text.press("Control+V")
    expect(text).to_have_value(wanted)


def test_nobody_missing_nobody_reminded(a_phone, server):
    active = gaps(server)["active"][0]["unit"]["id"]
    khoa = sign_in(a_phone(), KHOA)
    khoa.goto(f"/van-phong/bao-phu?unit={active}&remind=hamlets")
    panel = khoa.get_by_role("dialog", name="Tin nhắc gửi Zalo")
    expect(panel.get_by_text("Không phải nhắc ai")).to_be_visible()
    expect(panel.get_by_role("textbox")).to_have_count(0)


def test_the_province_compares_places_fairly(a_phone, look_twice, server):
    hanh = sign_in(a_phone(), HANH)
    open_screen(hanh, "So sánh")
    expect(title(hanh)).to_contain_text("theo huyện, cụm")
    chart = hanh.get_by_role("figure")
    expect(chart).to_contain_text("Dân số: năm 2025, Dữ liệu minh họa")
    look_twice(hanh, "comparison")
    hanh.get_by_role("radio", name="Xã", exact=True).check()
    expect(title(hanh)).to_contain_text("theo xã")
    hanh.get_by_role("button", name=re.compile("^Số liệu")).click()
    figure = "Cài đặt, đăng nhập e‑Dongthap: thành công"
    hanh.get_by_role("button", name=figure).click()
    expect(chart.get_by_role("heading")).to_contain_text("e‑Dongthap: thành công, trên 1.000 dân")
    query = "/rollups/comparison?by=commune&cell=services.edongthap.completed&per=population"
    found = server.call(HANH, "GET", query)
    middle = f"{found['median']['value']:.1f}".replace(".", ",")
    expect(chart).to_contain_text(f"Trung vị {middle} (45 đơn vị ở Tỉnh Đồng Tháp)")
    chart.get_by_role("button", name="Bảng số liệu").click()
    expect(chart.get_by_role("rowheader")).to_have_count(45)
    ranks = [row.split("\t")[1] for row in chart.locator("tbody").inner_text().splitlines()]
    assert ranks == [str(row["rank"]) for row in found["rows"]]
    look_twice(hanh, "comparison as a table")
    chart.get_by_role("radio", name="Theo tăng, giảm").check()
    grown = max(found["rows"], key=lambda row: (row["year_before"] or {}).get("percent") or -1e9)
    expect(chart.get_by_role("rowheader").first).to_have_text(grown["label"])
    chart.get_by_role("link", name=COMMUNE, exact=True).click()
    expect(title(hanh)).to_contain_text("theo khóm, ấp")
    look_twice(hanh, "hamlets compared")
    # Over a year, for on the first of a month nothing of the month waits.
    hanh.goto(f"/van-phong/so-sanh?from=2025-07-01&to={datetime.now(UTC):%Y-%m-%d}")
    waiting = hanh.get_by_role("link", name=re.compile("buổi chờ duyệt chưa tính$"))
    n = waiting.inner_text().split()[0]
    waiting.click()
    behind = hanh.get_by_role("dialog", name="Số này từ đâu?")
    expect(behind.locator("tfoot")).to_contain_text(f"{n} buổi")


def test_the_whole_province_is_a_map_of_squares(a_desk, look_twice):
    hanh = sign_in(a_desk(), HANH)
    open_screen(hanh, "Mức độ bao phủ")
    squares = hanh.get_by_role("figure", name="Mỗi ô là một khóm, ấp")
    expect(squares.get_by_role("listitem").filter(has=hanh.get_by_role("link"))).to_have_count(12)
    look_twice(hanh, "coverage of the province")
    curve = hanh.get_by_role("figure", name=re.compile("^Từ thí điểm"))
    curve.get_by_role("button", name="Bảng số liệu").click()
    expect(curve.get_by_role("row", name=re.compile("^30.04.2024"))).to_contain_text("697")
    squares.get_by_role("link", name=CLUSTER).click()
    expect(here(hanh)).to_have_text(CLUSTER)


@pytest.mark.parametrize("screen", ["Mức độ bao phủ", "So sánh", "Kết quả & tải về"])
def test_a_printed_sheet_says_what_it_shows_and_has_nothing_to_press(a_desk, screen):
    hanh = sign_in(a_desk(), HANH)
    open_screen(hanh, screen)
    expect(hanh.get_by_role("figure").first).to_be_visible()
    hanh.emulate_media(media="print")
    expect(title(hanh)).to_contain_text(re.compile("tháng"))
    facts = hanh.locator(".print-title")
    expect(facts).to_contain_text("Tỉnh Đồng Tháp · Kỳ: tháng")
    expect(facts).to_contain_text(re.compile(r"Tính đến \d\d:\d\d .* · Nguồn: "))
    expect(hanh.get_by_role("table").first).to_be_visible()
    expect(hanh.get_by_role("banner")).to_be_hidden()
    for pressed in ("button", "textbox", "combobox"):
        expect(hanh.get_by_role("main").get_by_role(pressed)).to_have_count(0)
    if screen == "Mức độ bao phủ":
        # All of a province's hamlets would be thirty pages.
        expect(hanh.get_by_text("Ở đây có 30 trong 697 khóm, ấp")).to_be_visible()
