"""The province walks its numbers, down and back, through the years and over both maps."""

import re

from playwright.sync_api import expect

from tests.journeys.steps import (
    CLUSTER,
    COMMUNE,
    HANH,
    choose_days,
    choose_group,
    choose_map,
    choose_period,
    door,
    here,
    open_screen,
    sign_in,
    title,
    value,
    walk_to,
)

PROVINCE = "Tỉnh Đồng Tháp"
# The province before the merger is another unit of the same name; the app asks for it by itself.
OTHER_PROVINCE = r"422 .*/api/v1/rollups"
RATIO = re.compile(r"^[\d.]+/[\d.]+ ([<>]?\d{1,2},\d%|0%|100%)$")


def test_down_to_a_hamlet_and_back_by_the_breadcrumbs(a_desk):
    hanh = sign_in(a_desk(), HANH)
    open_screen(hanh, "Kết quả")
    expect(title(hanh)).to_contain_text("theo huyện, cụm")
    walk_to(hanh, CLUSTER)
    expect(title(hanh)).to_contain_text("theo xã")
    walk_to(hanh, COMMUNE)
    expect(title(hanh)).to_contain_text("theo khóm, ấp")
    walk_to(hanh, "Khóm Vò Hòa")
    for name, by in ((COMMUNE, "theo khóm, ấp"), (CLUSTER, "theo xã"), (PROVINCE, "theo huyện")):
        path = hanh.get_by_role("navigation", name="Đường dẫn địa bàn")
        path.get_by_role("link", name=name).click()
        expect(here(hanh)).to_have_text(name)
        expect(title(hanh)).to_contain_text(by)


def test_every_ratio_says_of_how_many(a_desk):
    hanh = sign_in(a_desk(), HANH)
    open_screen(hanh, "Kết quả")
    choose_period(hanh, "Năm", "Năm 2025")
    for group, cells in (
        ("Tổng quan", ("Khóm, ấp có Tổ", "Khóm, ấp được tiếp cận")),
        ("Chi tiết", ("Xã có Tổ cấp xã", "Tổ có hoạt động", "Buổi gửi đúng hạn")),
    ):
        choose_group(hanh, group)
        expect(door(hanh, cells[0], PROVINCE)).to_be_visible()
        for cell in cells:
            said = [value(hanh, cell, row) for row in (CLUSTER, "Cụm Tháp Mười", PROVINCE)]
            assert all(RATIO.match(one) for one in said), said


def test_a_ratio_opens_to_the_places_behind_it(a_desk):
    hanh = sign_in(a_desk(), HANH)
    open_screen(hanh, "Kết quả")
    said = value(hanh, "Khóm, ấp có Tổ", CLUSTER)
    counted, of = re.match(r"(\d+)/(\d+)", said).groups()
    door(hanh, "Khóm, ấp có Tổ", CLUSTER).click()
    behind = hanh.get_by_role("dialog", name="Số này từ đâu?")
    expect(behind.get_by_role("heading", name=f"Được tính ({counted})", exact=True)).to_be_visible()
    without = behind.get_by_role("heading", name=f"Chưa được tính ({int(of) - int(counted)})")
    expect(without).to_be_visible()
    # What the number counts comes first.
    expect(behind.get_by_role("heading", level=3).first).to_have_text(f"Được tính ({counted})")


def test_the_published_figures_of_2022_and_of_april_2024(a_desk, faults):
    faults.expect(OTHER_PROVINCE)
    hanh = sign_in(a_desk(), HANH)
    open_screen(hanh, "Kết quả")
    choose_period(hanh, "Năm", "Năm 2022")
    choose_group(hanh, "Hình thức")
    expect(door(hanh, "Buổi: Ra quân.*", PROVINCE)).to_have_text("40")
    expect(door(hanh, "Buổi: Lớp tập huấn", PROVINCE)).to_have_text("4")

    choose_group(hanh, "Tổng quan")
    choose_days(hanh, "2024-01-01", "2024-04-14")
    expect(title(hanh)).to_contain_text("14/04/2024")
    assert value(hanh, "Khóm, ấp có Tổ", PROVINCE) == "551/697 79,1%"
    choose_group(hanh, "Chi tiết")
    expect(door(hanh, "Xã có Tổ cấp xã", PROVINCE)).to_be_visible()
    assert value(hanh, "Xã có Tổ cấp xã", PROVINCE) == "40/143 28,0%"
    assert value(hanh, "Huyện có Tổ thanh niên", PROVINCE) == "12/12 100%"


def test_this_year_on_the_old_map_has_the_twelve_districts_and_the_same_total(a_desk, faults):
    faults.expect(OTHER_PROVINCE)
    hanh = sign_in(a_desk(), HANH)
    open_screen(hanh, "Kết quả")
    choose_period(hanh, "Năm", "Năm 2026")
    turns = value(hanh, "Lượt người được hướng dẫn", PROVINCE)
    choose_map(hanh, "Trước sắp xếp")
    rows = hanh.get_by_role("region", name="Kết quả theo đơn vị").get_by_role("rowheader")
    districts = rows.get_by_role("link")
    expect(districts).to_have_count(12)
    expect(rows.filter(has_text="Huyện Lấp Vò")).to_be_visible()
    assert value(hanh, "Lượt người được hướng dẫn", PROVINCE) == turns
