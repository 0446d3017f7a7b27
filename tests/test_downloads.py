"""What officials take away says what the screen says, of their own area only, and runs nothing."""

import uuid
from threading import Thread

import pytest
from sqlalchemy import insert, update

from server import clock
from server.admin_units.models import AdminUnitName, RegisterVersion
from server.extensions import db, write
from server.figures.frame import build
from server.reports import forms, sessions_csv
from server.reports.writing import percent
from server.sessions.models import SessionService
from server.teams.queries import scope_of
from tests.files import NOVEMBER, book, lines, table
from tests.world import NOON

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "＝", "＋", "－", "＠", " =", "  +", "\t=")


HOSTILE = [
    *(f"{start}1+1" for start in STARTS),
    *(f"{start}cmd|' /C calc'!A0" for start in STARTS),
    '=HYPERLINK("http://x.vn","Bấm")', "@SUM(A1:A9)", "-2+3+cmd|'/C x'!A0", '=";=1', "=1\x0b+1",
    "+84900000001", "--1", "@@", "=\u200b1", "＝ＳＵＭ（Ａ１）",
]  # fmt: skip


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
