"""A file on its way in: what is no table, how long it may be, whose turn it is, how its faults are
told."""

import csv
import io
import uuid
from datetime import timedelta

import pytest
from sqlalchemy import select

from server.extensions import db, write
from server.imports import actions
from server.imports.models import ImportBatch
from server.imports.turns import turn
from server.sessions.models import OutreachSession
from server.teams.models import Team
from tests.lists import (
    FILE,
    HAMLETS,
    SECOND_TEAM,
    SESSIONS,
    apply,
    bring_in,
    counts,
    faults,
    look,
    proven,
    stored,
    undo,
)
from tests.test_query_counts import counted
from tests.world import NOON


def test_what_was_looked_at_is_written_or_nothing(land):
    khoa = land.officer()
    first, second = look(khoa, "sessions", SESSIONS), look(khoa, "sessions", SESSIONS)
    apply(khoa, first)
    problem = apply(khoa, second, expect=409)
    assert problem["code"] == "import_changed"
    assert stored(land.app, OutreachSession) == 3
    teams = look(khoa, "teams", SECOND_TEAM)
    again = look(khoa, "teams", SECOND_TEAM)
    apply(khoa, teams)
    before = stored(land.app, Team)
    assert apply(khoa, again, expect=409)["code"] == "import_changed"
    assert stored(land.app, Team) == before
    assert apply(khoa, teams)["state"] == "applied"


def test_the_same_upload_again_is_the_same_batch_and_another_is_told(land):
    khoa, id = land.officer(), str(uuid.uuid4())
    first = look(khoa, "sessions", SESSIONS, id=id)
    assert look(khoa, "sessions", SESSIONS, id=id)["created_at"] == first["created_at"]
    assert look(khoa, "sessions", SESSIONS + "x", id=id, expect=409)["code"] == "import_conflict"
    assert stored(land.app, ImportBatch) == 1


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "không có dòng nào"),
        (b"Ng\xc3\xa0y\n20/03/2024\n", "thiếu cột “Hình thức” (hình thức của buổi, ví dụ"),
        (SESSIONS.splitlines()[0].encode(), "chỉ có dòng tiêu đề"),
        (b"\xd0\xcf\x11\xe0old", "đời cũ"),
        (b"PK\x03\x04 broken", "không đọc được XLSX"),
        (b"a\x00b,c\n1,2\n", "thiếu cột"),
        ("Ngày".encode("utf-16"), "Lưu tệp dạng Excel (.xlsx)"),
        (b'"' + b"x" * 200_000, "không đọc được CSV"),
        (("a," * 150 + "\n").encode(), "100 cột"),
    ],
)
def test_what_is_no_table_is_told_so(land, content, why):
    problem = look(land.officer(), "sessions", content, expect=422)
    assert problem["code"] == "import_unreadable"
    assert why in problem["detail"]
    assert stored(land.app, ImportBatch) == 0


def test_too_large_a_file_and_other_bodies_are_refused(land):
    khoa = land.officer()
    look(khoa, "sessions", b"x" * (20 * 1024 * 1024 + 1), expect=413)
    path = f"/imports/{uuid.uuid4()}?kind=sessions&name=a.csv"
    khoa.call("PUT", path, data=b"x", headers={"Content-Type": "text/html"}, expect=415)
    khoa.call("PUT", "/imports/abc?kind=sessions&name=a", data=b"x", headers=FILE, expect=422)


def test_a_formula_is_never_run_by_the_list_of_faulty_rows(land):
    text = "Tên khóm ấp,Xã phường\n=HYPERLINK(1),99999\n@SUM(1),99999\n"
    khoa = land.officer()
    batch = look(khoa, "hamlets", text)
    lines = khoa.get(f"/imports/{batch['id']}/faults.csv").get_data(as_text=True)
    for row in csv.reader(io.StringIO(lines.lstrip("\ufeff"))):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


def test_faults_come_page_by_page(land):
    rows = "".join(f"Ấp {n},99999\n" for n in range(250))
    khoa = land.officer()
    batch = look(khoa, "hamlets", "Tên khóm ấp,Xã phường\n" + rows)
    assert (batch["faulty"], batch["faults"]) == (250, 250)
    seen, cursor = [], None
    while True:
        query = {"limit": 100} | ({"cursor": cursor} if cursor else {})
        page = khoa.get(f"/imports/{batch['id']}/faults", query_string=query).json
        seen += [one["row"] for one in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert seen == list(range(2, 252))
    khoa.get(f"/imports/{batch['id']}/faults?cursor=WzVd", expect=400)


def test_of_a_file_of_nothing_but_faults_the_first_are_told_and_how_many_more(land):
    khoa = land.officer()
    head = SESSIONS.splitlines()[0]
    wrong = ",".join("x" * len(head.split(",")))
    right = "20/03/2024,Ấp 1,xã An Bình,Ra quân,,25,,,20,12"
    rows = [wrong] * 300 + [right] + [wrong] * 100
    batch = look(khoa, "sessions", "\n".join([head, *rows]))
    a_row = batch["faults"] / 400
    assert (batch["faulty"], batch["rows"], a_row > 5) == (400, 401, True)
    page = khoa.get(f"/imports/{batch['id']}/faults?limit=200").json
    assert page["untold"] == batch["faults"] - 1000
    told = len(page["items"])
    while page["next_cursor"]:
        query = {"limit": 200, "cursor": page["next_cursor"]}
        page = khoa.get(f"/imports/{batch['id']}/faults", query_string=query).json
        told += len(page["items"])
    assert told == 1000
    # Those that are not told are there to be mended too.
    text = khoa.get(f"/imports/{batch['id']}/faults.csv").get_data(as_text=True)
    lines = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))
    assert [int(line["Dòng"]) for line in lines] == [n for n in range(2, 403) if n != 302]
    assert "không phải ngày" in lines[0]["Lỗi"]
    assert "chỉ liệt kê các lỗi đầu tiên" in lines[-1]["Lỗi"]
    assert apply(khoa, batch, expect=409)["code"] == "import_not_ready"


def test_only_the_last_files_of_a_person_wait_to_be_written(land, monkeypatch):
    monkeypatch.setattr(actions, "MOST_WAITING", 2)
    khoa, hoa = land.officer(), land.officer("Hoa", "cụm Bắc")
    hers, done = look(hoa, "sessions", SESSIONS), bring_in(khoa, "teams", SECOND_TEAM)
    three = [look(khoa, "sessions", SESSIONS, at=NOON + timedelta(minutes=n)) for n in range(3)]
    kept = [khoa.get(f"/imports/{one['id']}").json["has_content"] for one in (done, *three)]
    assert kept == [True, False, True, True]
    assert hoa.get(f"/imports/{hers['id']}").json["has_content"] is True
    assert apply(khoa, three[0], expect=410)["code"] == "import_gone"
    for name in ("faults.csv", "faults.xlsx"):
        khoa.get(f"/imports/{three[0]['id']}/{name}", expect=410)


def test_what_a_spreadsheet_could_run_is_guarded_and_comes_back_as_it_was(land):
    khoa = land.officer()
    head, first = SESSIONS.splitlines()[:2]
    row = first.replace("Chợ sáng", "- Chợ sáng").replace("Ra quân", "Ra quânn")
    batch = look(khoa, "sessions", f"{head}\n{row}\n")
    text = khoa.get(f"/imports/{batch['id']}/faults.csv").get_data(as_text=True)
    assert "'- Chợ sáng" in text
    bring_in(khoa, "sessions", text.replace("Ra quânn", "Ra quân"))
    assert khoa.get("/sessions").json["items"][0]["note"] == "- Chợ sáng"

    for name in ("=cmd|x", "'=cmd|x", "+Mai", "@Mai", "-Mai"):
        row = f"Họ và tên,Số điện thoại,Tên Tổ\n{name},'+84 912 000 009,Tổ Ấp 1\n"
        (told,) = faults(khoa, look(khoa, "people", row))
        assert (told["column"], "không phải tên" in told["what"]) == ("Họ và tên", True)


@pytest.mark.parametrize("kind", ["hamlets", "teams", "people", "sessions"])
def test_a_template_is_understood_when_it_is_filled_in(land, kind):
    from openpyxl import load_workbook

    khoa = land.officer()
    content = khoa.get(f"/imports/templates/{kind}").get_data()
    book = load_workbook(io.BytesIO(content))
    sheet, guide = book.worksheets
    heads = [cell.value for cell in sheet[1]]
    examples = {row[0].value: row[4].value for row in guide.iter_rows(2, len(heads) + 1)}
    assert set(heads) == set(examples)
    if kind == "sessions":  # what no column by itself must have
        lines = list(guide.iter_rows(2, len(heads) + 1, values_only=True))
        needed = {line[0] for line in lines if "một cột" in (line[1] or "")}
        assert needed == {head for head in heads if head.endswith(": hướng dẫn")}
        assert "ít nhất một cột" in guide.cell(len(heads) + 3, 3).value
    for at, head in enumerate(heads, 1):
        sheet.cell(2, at, examples[head])
    file = io.BytesIO()
    book.save(file)
    batch = look(khoa, kind, file.getvalue(), name="mau.xlsx")
    # The example's places are not of this land; everything else in it is understood.
    told = {one["column"] for one in faults(khoa, batch)}
    assert told <= {"Xã, phường", "Tên Tổ", "Khóm, ấp"}


def long_file(rows, fewest):
    head = SESSIONS.splitlines()[0]
    row = "{day:02d}/0{month}/2024,Ấp {hamlet},xã An Bình,Ra quân,,{turns},,,{turns},\n"
    return f"{head}\n" + "".join(
        row.format(day=n % 28 + 1, month=n % 9 + 1, hamlet=n % 2 + 1, turns=n + fewest)
        for n in range(rows)
    )


def test_a_hundred_rows_cost_no_more_statements_than_ten(land):
    khoa = land.officer()
    bring_in(khoa, "sessions", SESSIONS)

    def cost(rows, fewest):
        with counted(land.app) as looking:
            batch = look(khoa, "sessions", long_file(rows, fewest))
        with counted(land.app) as writing:
            apply(khoa, batch)
        with counted(land.app) as undoing:
            undo(khoa, batch)
        return [found["statements"] for found in (looking, writing, undoing)]

    cost(10, 5)
    # The largest of each are flagged: hints are rows of their own.
    few, many = cost(10, 495), cost(100, 405)
    assert all(m <= f for f, m in zip(few, many, strict=True)), (few, many)
    assert proven(land.app) == 0


def test_the_list_of_files_costs_no_more_queries_the_longer_it_is(land):
    khoa, hanh = land.officer(), land.province()

    def cost():
        with counted(land.app) as reading:
            items = hanh.get("/imports").json["items"]
        return len(items), reading["statements"]

    bring_in(khoa, "sessions", SESSIONS)
    one, few = cost()
    for n in range(5):
        other = land.officer(f"Người {n}")
        look(other, "sessions", SESSIONS)
    many, statements = cost()
    assert (one, many) == (1, 6)
    assert statements <= few


def test_blank_cells_and_rows_that_a_spreadsheet_keeps_are_no_fault(land):
    from openpyxl import Workbook

    book = Workbook()
    for line in list(csv.reader(io.StringIO(SESSIONS))):
        book.active.append([*line, *[None] * 300])
        book.active.append([""] * 200)
    file = io.BytesIO()
    book.save(file)
    assert counts(look(land.officer(), "sessions", file.getvalue())) == (3, 0, 0, 0)


def test_files_take_turns_and_who_must_wait_is_told_how_long(land):
    khoa, hoa = land.officer(), land.officer("Hoa", "cụm Bắc")
    with turn(khoa.id):
        answer = khoa.call(
            "PUT",
            f"/imports/{uuid.uuid4()}",
            data=SESSIONS.encode(),
            headers=FILE,
            query_string={"kind": "sessions", "name": "tep.csv"},
            expect=503,
        )
        assert (answer.json["code"], answer.headers["Retry-After"]) == ("busy", "20")
        batch = look(hoa, "sessions", SESSIONS)
        with turn(0):
            assert look(hoa, "sessions", SESSIONS, expect=503)["code"] == "busy"
            assert apply(hoa, batch, expect=503)["code"] == "busy"
    assert counts(look(khoa, "sessions", SESSIONS)) == (3, 0, 0, 0)
    assert apply(hoa, batch)["state"] == "applied"


@pytest.mark.parametrize("by_hand", [True, False])
def test_old_files_are_forgotten(land, by_hand):
    from server.imports import store

    khoa = land.officer()
    old = look(khoa, "sessions", SESSIONS)
    done = bring_in(khoa, "teams", SECOND_TEAM)

    def age():
        for batch in db.session.scalars(select(ImportBatch)):
            batch.created_at -= actions.OLD * 2

    with land.app.app_context():
        write(age)
        assert store.folder(uuid.UUID(old["id"])).exists()
    if by_hand:
        said = land.app.test_cli_runner().invoke(args=["import", "sweep"]).output
        assert said == "2 files taken away\n"
    else:
        look(khoa, "hamlets", HAMLETS)
    with land.app.app_context():
        assert not store.folder(uuid.UUID(old["id"])).exists()
        assert not store.folder(uuid.UUID(done["id"])).exists()
    khoa.get(f"/imports/{old['id']}", expect=404)
    assert khoa.get(f"/imports/{done['id']}").json["has_content"] is False
