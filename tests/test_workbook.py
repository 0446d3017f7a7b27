"""The committee's workbook and the lists of hamlets: each sheet says what it is and what its words
mean."""

import csv
import io

import pytest

from server.access.permissions import ROLE_PERMISSIONS, Permission, Role
from server.reports.writing import percent
from tests.files import NOVEMBER, book, lines, table, text_of


def test_the_workbook_holds_the_api_figures_as_numbers(november):
    api = november.hanh.get(f"/rollups?{NOVEMBER}").json["total"]
    made = book(november.hanh.get(f"/reports/rollup.xlsx?{NOVEMBER}"))
    assert made.sheetnames == ["Biểu 01", "Biểu 02", "Biểu 03", "Định nghĩa", "Nguồn & bộ lọc"]
    teams, work = (lines(made[name])["Tổng cộng"] for name in ("Biểu 01", "Biểu 02"))
    assert teams[3:6] == [4, 2, 0.5]
    assert work[3:7] == [api["sessions"]["all"], api["sessions"]["all"], 0, None]
    assert api["participants"] in work
    taught = lines(made["Biểu 03"])["Cài đặt, đăng nhập e-Dongthap"]
    edongthap = api["services"]["edongthap"]
    assert taught[3] == edongthap["assisted"] and taught[7] == edongthap["completed"]
    assert taught[12] == percent(edongthap["completed"], edongthap["assisted"]) / 100
    assert lines(made["Biểu 03"])["Tổng cộng các dòng tính bằng lượt"][3] == 90


def test_the_workbook_says_which_days_and_whose_figures(november):
    path = "/reports/rollup.xlsx?period=2026-11&basis=nd09&state=provisional"
    answer = november.hanh.get(path)
    made = book(answer)
    head = [row[0] for row in made["Biểu 02"].iter_rows(min_row=3, max_row=7, values_only=True)]
    assert head[1] == "tỉnh Sen"
    assert head[2] == "Kỳ báo cáo: Tháng 11/2026 (từ ngày 15/10/2026 đến ngày 14/11/2026)"
    assert head[4].startswith("Số liệu sơ bộ (gồm buổi chờ duyệt). Đơn vị hành chính ngày 14/11")
    facts = dict(made["Nguồn & bộ lọc"].iter_rows(min_row=4, max_col=2, values_only=True))
    assert f"{facts['Từ ngày']:%d/%m/%Y}" == "15/10/2026"
    assert "Dữ liệu minh họa" in facts
    for sheet in made:
        assert "DỮ LIỆU MINH HỌA" in [cell.value for row in sheet["A1:AD2"] for cell in row]
    assert answer.headers["Content-Disposition"].endswith(
        'filename="tong-hop_tinh-sen_theo-huyen_2026-11-nd09_so-bo_20261121T1200.xlsx"'
    )


def test_a_column_of_the_workbook_holds_one_kind_of_number(november):
    """So that it sorts and adds up: turns of last year beside a change in per cent, or a blank."""
    lan = november.lan
    lan.record(november.body(lan.team, date="2025-11-10", participants=40))
    path = "/reports/rollup.xlsx?period=2026-11&state=provisional&by=commune"
    sheet = book(november.hanh.get(path))["Biểu 02"]
    found = lines(sheet)["Tổng cộng"]
    heads = [cell.value for cell in sheet[10]]
    changes = [at for at, head in enumerate(heads) if head == "So với cùng kỳ (±%)"]
    assert len(changes) == 4
    numbers = [line[at] for line in lines(sheet).values() for at in range(3, len(line))]
    assert not [value for value in numbers if isinstance(value, str)]
    turns = changes[-1]
    now, then = found[turns - 3], found[turns - 1]
    assert then == 40 and found[turns] == pytest.approx((now - then) / then, abs=0.001)
    assert found[changes[0]] is None  # one session a year before is no base


def test_a_sheet_says_whose_it_is_what_its_rows_are_and_what_its_heads_mean(november):
    made = book(november.hanh.get("/reports/rollup.xlsx?period=2026-11&by=district"))
    said = [cell.value for row in made["Biểu 02"].iter_rows() for cell in row if cell.value]
    assert said[0] == "ĐƠN VỊ BÁO CÁO: TỈNH SEN"
    assert any(str(text).startswith("Số buổi có ghi: Số buổi có ghi nhận") for text in said)
    assert any(str(text).startswith("So với cùng kỳ (±%): chỉ tính khi") for text in said)
    assert made["Biểu 02"].page_setup.paperSize == 8 and made["Biểu 03"].page_setup.paperSize == 9
    facts = dict(made["Nguồn & bộ lọc"].iter_rows(min_row=4, max_col=2, values_only=True))
    assert facts["Mỗi dòng là một"] == "cụm"


def defined(answer):
    """The sheet of definitions by its headings."""
    return dict(book(answer)["Định nghĩa"].iter_rows(min_row=4, max_col=2, values_only=True))


def test_the_definitions_are_those_of_the_workbook_in_which_they_stand(november):
    hanh, path = november.hanh, "/reports/rollup.xlsx?period=2026-11&by=commune"
    calendar = defined(hanh.get(path))
    year = calendar["Lũy kế từ đầu năm"]
    assert year.startswith("Tính từ ngày 01/01/2026 đến ngày 21/11/2026.")
    assert not [text for text in calendar.values() if "15/12" in text or "Nghị định" in text]
    assert calendar["Cùng kỳ năm trước"].startswith(
        "Tính từ ngày 01/11/2025 đến ngày 21/11/2025. Kỳ báo cáo chưa hết"
    )
    assert "Chỉ tính buổi đã duyệt" in calendar["Tổng số buổi"]
    assert "vào ngày 21/11/2026" in calendar["Khóm, ấp có Tổ"]
    reporting = defined(hanh.get(f"{path}&basis=nd09&state=provisional"))
    year = reporting["Lũy kế từ đầu năm"]
    assert year.startswith(
        "Tính từ ngày 15/12/2025 đến ngày 14/11/2026. Năm báo cáo theo Nghị định"
    )
    assert reporting["Cùng kỳ năm trước"] == "Tính từ ngày 15/10/2025 đến ngày 14/11/2025."
    assert "Tính buổi đã duyệt và buổi chờ duyệt" in reporting["Tổng số buổi"]


def test_the_definitions_explain_every_heading_that_is_a_figure_and_no_other(november):
    """But for what a form's groups say of themselves."""
    answer = november.hanh.get("/reports/rollup.xlsx?period=2026-11&by=district")
    made, names = book(answer), defined(answer)
    heads = {
        str(value).removesuffix(" (trong kỳ)")
        for name in ("Biểu 01", "Biểu 02", "Biểu 03")
        for row in made[name].iter_rows(min_row=9, max_row=10, values_only=True)
        for value in row
        if value
    }
    own = {name for name in names if name in heads or name.removeprefix("Thành viên: ") != name}
    assert names.keys() - own == {"Khóm, ấp có Tổ", "Xã có Tổ cấp xã", "Số thành viên"}


def test_the_line_of_no_unit_is_defined_where_it_stands(november):
    lan = november.lan
    lan.record(november.body(lan.team, "xã An Bình"))
    found = {}
    for by in ("district", "commune", "hamlet", "team"):
        query = f"/reports/rollup.xlsx?period=2026-11&state=provisional&by={by}"
        answer = november.hanh.get(query)
        stands, said = lines(book(answer)["Biểu 02"]), defined(answer)
        found[by] = {name: said[name] for name in said if name.startswith("Không")}
        assert found[by].keys() == {name for name in stands if name.startswith("Không")}, by
    assert not found["district"]
    assert "ví dụ buổi toàn xã" in found["hamlet"]["Không phân theo khóm, ấp"]


def test_twin_hamlets_are_told_apart_in_every_file(november):
    november.team("Ấp 3")
    november.rename("Ấp 3", "Ấp 1")
    twins = {"Ấp 1 (xã An cũ)", "Ấp 1 (xã Bình cũ)"}
    hanh, query = november.hanh, "period=2026-11&state=provisional"
    rows = table(hanh.get(f"/reports/rollup.csv?{query}&by=hamlet"))
    assert twins <= {row["Đơn vị"] for row in rows}
    rows = table(hanh.get(f"/reports/rollup.csv?{query}&by=team"))
    assert {f"{twin}, xã An Bình, cụm Bắc" for twin in twins} <= {row["Thuộc"] for row in rows}
    by_hamlet = book(hanh.get(f"/reports/rollup.xlsx?{query}&by=hamlet"))["Biểu 01"]
    assert {f"{twin}, xã An Bình, cụm Bắc" for twin in twins} <= lines(by_hamlet).keys()
    text = hanh.get(f"/reports/coverage.csv?{query}").get_data().decode()
    assert all(f"\n{twin}," in text for twin in twins)
    of_one = f"{query}&unit={november.units['Ấp 3']}"
    for path in (f"rollup.xlsx?{of_one}&by=team", f"coverage.xlsx?{of_one}"):
        answer = hanh.get(f"/reports/{path}")
        assert "_ap-1-xa-binh-cu_" in answer.headers["Content-Disposition"]
        assert "Ấp 1 (xã Bình cũ)" in text_of(answer)


def test_the_list_of_hamlets_calls_a_state_as_its_rows_do(november):
    """What is approved alone counts: a team may have reported all the same."""
    november.team("Ấp 2")
    said = text_of(november.hanh.get("/reports/coverage.xlsx?period=2026-11&only=silent"))
    assert "Chưa có buổi đã duyệt: 1 khóm, ấp" in said and "Chỉ tính buổi đã duyệt" in said
    assert "Chưa báo cáo" not in said


def test_the_list_of_hamlets_says_whom_to_call_to_those_who_may(november, monkeypatch):
    query = "period=2026-11&state=provisional"
    shown = november.hanh.get(f"/coverage?{query}").json["rows"]
    answer = november.hanh.get(f"/reports/coverage.csv?{query}")
    text = answer.get_data().decode()[1:]
    rows = {row["Khóm, ấp"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}
    assert rows.keys() == {row["unit"]["name"] for row in shown}
    # As the screen has them: longest without a session first, whether or not there is a team.
    waited = {row["unit"]["name"]: row["last_session_on"] or "" for row in shown}
    assert [waited[name] for name in rows] == sorted(waited.values())
    one = rows["Ấp 1"]
    assert (one["Xã, phường"], one["Huyện, cụm"]) == ("xã An Bình", "cụm Bắc")
    assert (one["Tình trạng tháng 11/2026"], one["Lần gần nhất"]) == ("Có hoạt động", "19/11/2026")
    assert (one["Lượt 12 tháng"], one["Tổ trưởng"]) == ("56", "Lan")
    assert one["Điện thoại"] == november.lan.phone
    assert (rows["Ấp 2"]["Lần gần nhất"], rows["Ấp 2"]["Tổ trưởng"]) == ("Chưa từng", "")
    fewer = ROLE_PERMISSIONS[Role.PROVINCE_STAFF] - {Permission.PEOPLE_READ}
    monkeypatch.setitem(ROLE_PERMISSIONS, Role.PROVINCE_STAFF, fewer)
    for suffix in ("csv", "xlsx"):
        hidden = november.hanh.get(f"/reports/coverage.{suffix}?{query}")
        found = hidden.get_data() if suffix == "csv" else text_of(hidden).encode()
        assert november.lan.name.encode() in found and november.lan.phone.encode() not in found


def test_the_list_of_hamlets_keeps_to_what_is_asked_and_to_the_area(november):
    query = "period=2026-11&state=provisional&only=without"
    answer = november.khoa.get(f"/reports/coverage.xlsx?{query}")
    made = book(answer)
    assert made.sheetnames == ["Bao phủ", "Nguồn & bộ lọc"]
    names = [row[0] for row in made["Bao phủ"].iter_rows(min_row=7, values_only=True)]
    assert sorted(names) == ["Ấp 2", "Ấp 3"]
    said = text_of(answer)
    for part in ("MỨC ĐỘ BAO PHỦ", "cụm Bắc", "Tháng 11/2026", "Số liệu sơ bộ", "DỮ LIỆU MINH HỌA"):
        assert part in said, part
    assert "Chưa có buổi trong tháng: 2 khóm, ấp" in said
    november.khoa.get(f"/reports/coverage.xlsx?{query}&unit={november.units['Ấp 4']}", expect=403)
    name = answer.headers["Content-Disposition"]
    assert 'filename="bao-phu_cum-bac_2026-11_so-bo_20261121T1200.xlsx"' in name


def test_files_name_the_teams_that_joined_in(november):
    lan, second, third = november.lan, november.team("Ấp 2"), november.team("Ấp 3")
    joint = lan.record(november.body(lan.team, date="2026-11-20", co_team_ids=[third, second]))
    november.khoa.review(joint, "approve")
    query = "period=2026-11&by=team"
    rows = table(november.hanh.get(f"/reports/sessions.csv?{query}"))
    assert [row["Tổ cùng tổ chức"] for row in rows if row["Mã buổi"] == joint["receipt_code"]]
    assert sorted(row["Tổ cùng tổ chức"] for row in rows) == ["", "", "Tổ Ấp 2; Tổ Ấp 3"]
    rollup = table(november.hanh.get(f"/reports/rollup.csv?{query}"))
    told = {row["Đơn vị"]: (row["Tổng số buổi"], row["Cùng tổ chức"]) for row in rollup}
    assert told["Tổ Ấp 2"] == ("0", "1") and told["Tổng cộng"] == ("3", "2")
    answer = november.hanh.get(f"/reports/rollup.xlsx?{query}")
    sheet = book(answer)["Biểu 02"]
    at = [cell.value for cell in sheet[9]].index("Cùng tổ chức")
    stands = {name.split(",")[0]: line[at] for name, line in lines(sheet).items()}
    assert (stands["Tổ Ấp 2"], stands["Tổ Ấp 1"], stands["Tổng cộng"]) == (1, 0, 2)
    assert "Tổ chủ trì" in defined(answer)["Cùng tổ chức"]
