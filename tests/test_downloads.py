"""What officials take away says what the screen says, of their own area only, and runs nothing."""

import csv
import io
import uuid
from threading import Thread

import pytest
from openpyxl import load_workbook
from sqlalchemy import insert, update

from server import clock
from server.access.permissions import ROLE_PERMISSIONS, Permission, Role
from server.admin_units.models import AdminUnitName, RegisterVersion
from server.extensions import db, write
from server.figures.frame import build
from server.reports import forms, sessions_csv
from server.reports.writing import percent
from server.sessions.models import SessionService
from server.teams.queries import scope_of
from tests.world import NOON

NOVEMBER = "period=2026-11&by=commune"
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "＝", "＋", "－", "＠", " =", "  +", "\t=")
HOSTILE = [
    *(f"{start}1+1" for start in STARTS),
    *(f"{start}cmd|' /C calc'!A0" for start in STARTS),
    '=HYPERLINK("http://x.vn","Bấm")', "@SUM(A1:A9)", "-2+3+cmd|'/C x'!A0", '=";=1', "=1\x0b+1",
    "+84900000001", "--1", "@@", "=\u200b1", "＝ＳＵＭ（Ａ１）",
]  # fmt: skip


def table(answer):
    """The rows of a CSV as dictionaries."""
    text = answer.get_data().decode()
    assert text.startswith("\ufeffMã đơn vị,") or text.startswith("\ufeffNgày,")
    assert text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def book(answer):
    return load_workbook(io.BytesIO(answer.get_data()))


def lines(sheet):
    """A form's lines by name: name -> its numbers."""
    found = {}
    for row in sheet.iter_rows(min_row=12, values_only=True):
        name = max(str(row[1] or ""), str(row[2] or ""), key=len)
        if len([v for v in row if v is not None]) > 4:
            found[name] = list(row)
    return found


@pytest.fixture
def november(world):
    """Two communes with approved and waiting sessions in November; who may ask for them."""
    lan, tam = world.volunteer(), world.volunteer("Tám", home="Ấp 4")
    khoa, hanh = world.officer(), world.province()
    khoa.review(lan.record(world.body(lan.team)), "approve")
    lan.record(world.body(lan.team, date="2026-11-19", participants=31))
    hanh.review(tam.record(world.body(tam.team, "Ấp 4", participants=40, female=0)), "approve")
    world.lan, world.khoa, world.hanh = lan, khoa, hanh
    return world


def test_rollup_csv_holds_the_api_figures(november):
    api = november.hanh.get(f"/rollups?{NOVEMBER}").json
    answer = november.hanh.get(f"/reports/rollup.csv?{NOVEMBER}")
    assert b"\n" not in answer.get_data().replace(b"\r\n", b"")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    rows = table(answer)
    assert [row["Đơn vị"] for row in rows] == [
        "xã An Bình", "xã Cúc", "Không phân theo xã", "Tổng cộng",
    ]  # fmt: skip
    for row, said in zip(rows, [*api["rows"], api["total"]], strict=True):
        assert int(row["Lượt người được hướng dẫn"]) == said["participants"]
        assert int(row["Tổng số buổi"]) == said["sessions"]["all"]
        assert int(row["Khóm, ấp có Tổ: mẫu số"]) == said["hamlets_with_team"]["denominator"]
        completed = row["Cài đặt, đăng nhập e-Dongthap: thành công"]
        assert int(completed) == said["services"]["edongthap"]["completed"]
    total, undivided = rows[-1], rows[-2]
    assert total["Khóm, ấp có Tổ: tỷ lệ (%)"] == "50.0"
    assert undivided["Khóm, ấp có Tổ: tỷ lệ (%)"] == ""
    assert total["Tình trạng số liệu"] == "Số liệu đã duyệt; Dữ liệu minh họa"


def test_blank_is_not_zero_on_paper_either(november):
    rows = table(november.hanh.get(f"/reports/rollup.csv?{NOVEMBER}"))
    assert [(row["Nữ"], row["Nữ: số buổi có ghi"]) for row in rows[:2]] == [("", "0"), ("0", "1")]


def test_sessions_csv_holds_exactly_what_the_rollup_counts(november):
    for state in ("official", "provisional"):
        total = november.hanh.get(f"/rollups?{NOVEMBER}&state={state}").json["total"]
        rows = table(november.hanh.get(f"/reports/sessions.csv?{NOVEMBER}&state={state}"))
        assert len(rows) == total["sessions"]["all"]
        people = sum(int(row["Lượt người được hướng dẫn"]) for row in rows)
        assert people == total["participants"]
    assert rows[0]["Nhận lúc (giờ Việt Nam)"] == "2026-11-21 12:00:00"
    waiting = table(november.hanh.get(f"/reports/sessions.csv?{NOVEMBER}&session_state=pending"))
    assert [(row["Tình trạng"], row["Số lượt tham dự"]) for row in waiting] == [("Chờ duyệt", "31")]


def test_a_session_of_2024_stands_under_the_units_of_its_day(world):
    lan, khoa = world.volunteer(), world.officer()
    khoa.review(lan.record(world.body(lan.team, date="2024-05-02")), "approve")
    row, *others = table(world.province().get("/reports/sessions.csv?period=2024"))
    assert not others
    assert [row["Tỉnh"], row["Huyện, cụm"], row["Xã"], row["Khóm, ấp"]] == [
        "tỉnh Sen", "huyện Bắc", "xã An", "Ấp 1",
    ]  # fmt: skip


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


def test_codes_keep_their_zeros_and_namesakes_their_commune(world):
    def code():
        name = update(AdminUnitName).where(AdminUnitName.unit_id == world.units["Ấp 4"])
        db.session.execute(name.values(code="00123"))
        db.session.execute(update(RegisterVersion).values(version=RegisterVersion.version + 1))

    with world.app.app_context():
        write(code)
    hanh = world.province()
    first = lines(book(hanh.get("/reports/rollup.xlsx?period=2026-11&by=hamlet"))["Biểu 01"])
    assert first["Ấp 4, xã Cúc, cụm Nam"][1] == "00123"
    rows = table(hanh.get("/reports/rollup.csv?period=2026-11&by=hamlet"))
    assert {row["Đơn vị"]: row["Thuộc"] for row in rows}["Ấp 4"] == "xã Cúc, cụm Nam"


def test_nothing_that_people_can_name_runs_in_a_spreadsheet(world):
    khoa = world.officer()
    for name in HOSTILE:
        team = world.team(name=name)
        session = world.body(team, note="=1+1\ngọi lại")
        world.province().review(khoa.record(session), "approve")

    def rename():
        name = update(AdminUnitName).where(AdminUnitName.unit_id == world.units["xã An Bình"])
        db.session.execute(name.values(name="=cmd|' /C calc'!A0", code="+1"))
        db.session.execute(update(RegisterVersion).values(version=RegisterVersion.version + 1))

    with world.app.app_context():
        write(rename)
    texts = []
    for path in ("rollup.csv?by=team", "rollup.csv?by=commune", "sessions.csv?by=team"):
        for row in table(khoa.get(f"/reports/{path}&period=2026-11")):
            texts += [*row, *row.values()]
    assert len(texts) > 40 * 60
    for text in texts:
        bare = text.lstrip(" ")
        assert not bare.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "|")), text
        assert not bare.startswith(("＝", "＋", "－", "＠")), text
        assert not any(ord(c) < 32 and c != "\n" and c != "\t" for c in text), repr(text)
    for by in ("team", "commune"):
        for sheet in book(khoa.get(f"/reports/rollup.xlsx?period=2026-11&by={by}")):
            kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
            assert "f" not in kinds


def test_an_officer_takes_away_nothing_of_another_area(november):
    khoa, unit = november.khoa, november.units
    rows = table(khoa.get("/reports/sessions.csv?period=2026&state=provisional"))
    assert [row["Huyện, cụm"] for row in rows] == ["cụm Bắc", "cụm Bắc"]
    for file in ("rollup.csv", "rollup.xlsx", "sessions.csv"):
        khoa.get(f"/reports/{file}?period=2026&unit={unit['cụm Nam']}", expect=403)
        november.lan.get(f"/reports/{file}?period=2026", expect=403)
        november.lan.get(f"/reports/{file}?period=2026&team={november.lan.team}", expect=403)
    made = book(khoa.get("/reports/rollup.xlsx?period=2026&by=hamlet"))
    texts = [
        c.value for s in made for row in s.iter_rows() for c in row if isinstance(c.value, str)
    ]
    assert not [text for text in texts if "Cúc" in text or "Ấp 4" in text]


def test_every_download_is_in_the_log_with_filter_and_rows(november):
    for file in ("rollup.csv", "rollup.xlsx", "sessions.csv"):
        november.hanh.get(f"/reports/{file}?{NOVEMBER}&from=2026-11-01&to=2026-11-20")
    entries = [
        (e["object_id"], e["details"]["rows"], e["details"]["filter"]["from"])
        for e in november.hanh.get("/audit").json["items"]
        if e["action"] == "report.downloaded"
    ]
    day = "2026-11-01"
    assert entries == [("sessions.csv", 2, day), ("rollup.xlsx", 3, day), ("rollup.csv", 4, day)]


def test_one_file_sees_one_moment(november):
    def record():
        november.khoa.record(november.body(november.lan.team, date="2026-11-01"))

    query = {"period": "2026-11", "state": "provisional"}
    with november.app.app_context(), clock.set_to(NOON):
        from server.accounts.models import User
        from server.admin_units.queries import register

        scope = scope_of(db.session.get(User, november.hanh.id))
        frame = build(query, scope, [november.units["tỉnh Sen"]])

        def read():
            found = sessions_csv.sessions(frame, scope)
            return list(sessions_csv.lines(found, register(), ""))

        before = read()
        thread = Thread(target=record)
        thread.start()
        thread.join()
        assert read() == before
        db.session.rollback()
        assert len(read()) == len(before) + 1


def test_a_fault_on_the_way_is_a_fault_and_no_short_file(november):
    session = november.lan.get("/sessions?limit=1").json["items"][0]

    def spoil():
        row = {"service": "gone", "position": 9, "assisted": 1, "completed": None}
        db.session.execute(
            insert(SessionService).values(session_id=uuid.UUID(session["id"]), **row)
        )

    with november.app.app_context():
        write(spoil)
    answer = november.hanh.get(f"/reports/sessions.csv?{NOVEMBER}&state=provisional", expect=500)
    assert answer.json["code"] == "server_error"
    log = november.hanh.get("/audit").json["items"]
    assert "report.downloaded" not in {entry["action"] for entry in log}


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(551, 697, 79.1), (40, 143, 28.0), (16, 18, 88.9), (1, 16, 6.3), (9999, 10000, 99.9),
     (1, 10000, 0.1), (0, 5, 0.0), (12, 12, 100.0), (0, 0, None)],
)  # fmt: skip
def test_percentages_are_rounded_half_up_and_never_flatter(part, whole, shown):
    assert percent(part, whole) == shown


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [(5, 0, None), (0, 0, None), (12, 9, None), (10, 10, 0.0), (15, 10, 50.0), (5, 40, -87.5)],
)
def test_a_change_against_little_is_no_percentage(now, before, said):
    found = forms.change(now, before)
    assert found == said and type(found) is type(said)


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
        assert "Ấp 1 (xã Bình cũ)" in _text_of(answer)


def test_the_list_of_hamlets_calls_a_state_as_its_rows_do(november):
    """What is approved alone counts: a team may have reported all the same."""
    november.team("Ấp 2")
    said = _text_of(november.hanh.get("/reports/coverage.xlsx?period=2026-11&only=silent"))
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
        found = hidden.get_data() if suffix == "csv" else _text_of(hidden).encode()
        assert november.lan.name.encode() in found and november.lan.phone.encode() not in found


def test_the_list_of_hamlets_keeps_to_what_is_asked_and_to_the_area(november):
    query = "period=2026-11&state=provisional&only=without"
    answer = november.khoa.get(f"/reports/coverage.xlsx?{query}")
    made = book(answer)
    assert made.sheetnames == ["Bao phủ", "Nguồn & bộ lọc"]
    names = [row[0] for row in made["Bao phủ"].iter_rows(min_row=7, values_only=True)]
    assert sorted(names) == ["Ấp 2", "Ấp 3"]
    said = _text_of(answer)
    for part in ("MỨC ĐỘ BAO PHỦ", "cụm Bắc", "Tháng 11/2026", "Số liệu sơ bộ", "DỮ LIỆU MINH HỌA"):
        assert part in said, part
    assert "Chưa có buổi trong tháng: 2 khóm, ấp" in said
    november.khoa.get(f"/reports/coverage.xlsx?{query}&unit={november.units['Ấp 4']}", expect=403)
    name = answer.headers["Content-Disposition"]
    assert 'filename="bao-phu_cum-bac_2026-11_so-bo_20261121T1200.xlsx"' in name


def _text_of(answer):
    cells = (cell for sheet in book(answer) for row in sheet.iter_rows() for cell in row)
    return "\n".join(str(cell.value) for cell in cells if cell.value is not None)


def test_files_name_the_teams_that_joined_in(november):
    lan, second, third = november.lan, november.team("Ấp 2"), november.team("Ấp 3")
    joint = lan.record(november.body(lan.team, date="2026-11-20", co_team_ids=[third, second]))
    november.khoa.review(joint, "approve")
    query = "period=2026-11&by=team"
    rows = table(november.hanh.get(f"/reports/sessions.csv?{query}"))
    assert [row["Tổ cùng tổ chức"] for row in rows if row["Mã biên nhận"] == joint["receipt_code"]]
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
