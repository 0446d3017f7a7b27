"""Whoever brings in a file is told what is wrong with it in their own language, kindly, and what
they plainly mean is understood."""

import ast
import csv
import io
import json
import re
import string
import uuid
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from server import problems
from server.admin_units.models import AdminUnitName
from server.extensions import db, write
from server.imports import columns, session_columns, templates
from server.imports.kinds import KINDS
from server.imports.said import again, say, texts
from server.imports.words import WORDS
from tests.test_bringing_in import (
    PEOPLE,
    SESSIONS,
    apply,
    bring_in,
    counts,
    faults,
    land,  # noqa: F401
    look,
)

HERE = Path(columns.__file__).parent
ENGLISH = {"Accept-Language": "en"}
# Letters that no English word has; what stands in quotes or is to be written in the file may.
VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ\u0300-\u0323\u1ea0-\u1ef9]")
RAISED = {"Fault": (1, 2), "Unreadable": (0,), "say": (0,)}
TO_BE_WRITTEN = (
    "Xã Lấp Vò|Tên Tổ|Xã, phường|Mã xã cũ|Mã|Thành viên|hướng dẫn|Giờ bắt đầu|Ghi chú"
    "|Khóm, ấp|Loại Tổ|có|không"
)


def sources():
    for path in HERE.glob("*.py"):
        yield path, ast.parse(path.read_text())


def said_codes():
    """Every code that the package says as itself."""
    for _, tree in sources():
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            for at in RAISED.get(getattr(call.func, "id", ""), ()):
                for node in ast.walk(call.args[at]) if at < len(call.args) else ():
                    if isinstance(node, ast.Constant) and node.value:
                        yield node.value


def test_every_fault_that_is_told_has_its_words_in_both_languages():
    assert set(said_codes()) - {*texts(), None} == set()
    for code, (vietnamese, english) in WORDS.items():
        named = [
            sorted({name for _, name, _, _ in string.Formatter().parse(text) if name})
            for text in (vietnamese, english)
        ]
        assert named[0] == named[1] or code == "both", code
        plain = re.sub(rf"\b({TO_BE_WRITTEN})\b", "", english)
        assert english and not VIETNAMESE.search(plain), (code, english)


def test_no_word_is_kept_for_nothing_and_none_stands_for_two_things():
    text = "".join(path.read_text() for path, _ in sources() if path.name != "words.py")
    assert [code for code in WORDS if f'"{code}"' not in text] == []
    kinds = {kind.code for kind in vars(problems).values() if isinstance(kind, problems.Kind)}
    assert WORDS.keys() & (problems.FIELD_TEXTS.keys() | kinds) == set()
    assert problems.FIELD_TEXTS.keys() & kinds == set()


def test_nothing_is_told_past_the_catalogue():
    """No sentence stands in the code itself: only names of columns and words that files take."""
    tables = {
        "words.py",
        "columns.py",
        "meanings.py",
        "session_columns.py",
        "templates.py",
        "cells.py",
        "files.py",
    }
    # What is written into the history of a session stays as it was said.
    told = {"Hoàn tác lần nhập tệp", "quản trị hệ thống"}
    for path, tree in sources():
        docs = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if has_doc(node)}
        for node in ast.walk(tree) if path.name not in tables else ():
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                vietnamese = VIETNAMESE.search(node.value) and node.value not in docs | told
                assert not vietnamese, (path.name, node.value)


def has_doc(node):
    return isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))


def test_every_column_is_explained_in_both_languages(land):  # noqa: F811
    with land.app.app_context():
        every = [column for kind in KINDS.values() for column in kind.columns(None)]
        every += [*columns.UNITS, *columns.SUCCESSIONS, *session_columns.columns()]
    for column in every:
        assert all(column.says), column.name
    for pair in (templates.REQUIRED, *templates.KINDS_SAID.values()):
        assert len(pair) == 2 and all(pair)


@pytest.mark.parametrize("kept", ["một câu của ngày trước", say("such_as", says="a", example="b")])
def test_what_was_said_is_read_again_as_it_was(kept):
    said = again(kept) if isinstance(kept, str) else again(json.loads(json.dumps(kept.kept())))
    assert said.render(True) == (kept if isinstance(kept, str) else kept.render(True))


ONE_OF_EACH = SESSIONS + (
    "31/02/2024,Ấp 9,xã An Bình,Ra quânn,,25,,,30,40\n"
    "20/03/2024,Ấp 4,xã Cúc,Ra quân,,25,,,20,12\n"
    "20/03/2024,Ấp 1,xã An Bình,Ra quân,,25,30,,20,12\n"
    "20/03/2024,Ấp 1,99999,Ra quân,,9999,,,,\n"
    "20/03/2024,Ấp 1,xã An Bình,Ra quân,,25,14,Chợ sáng,20,12\n"
)


def in_english(person, path):
    return person.get(path, headers=ENGLISH)


def test_the_same_faults_are_read_in_either_language(land):  # noqa: F811
    khoa = land.officer()
    batch = look(khoa, "sessions", ONE_OF_EACH)
    path = f"/imports/{batch['id']}/faults"
    english = in_english(khoa, path).json["items"]
    told = {(one["row"], one["column"]): (one["what"], one["right"]) for one in english}
    assert told[5, "Ngày"] == (
        "“31/02/2024” is not a date",
        "day/month/year, for example 15/07/2022",
    )
    assert told[6, "Xã phường"] == ("xã Cúc is outside your area", "")
    assert told[7, "Nữ"] == (
        "This part (30) cannot exceed total people (25).",
        "",
    )
    assert told[9, None][0] == "identical to row 2"
    assert [one["row"] for one in faults(khoa, batch)] == [one["row"] for one in english]
    assert faults(khoa, batch)[0]["what"] == "“31/02/2024” không phải ngày"

    # A link carries no headers: the page says in its address what its reader reads.
    lines = khoa.get(f"{path}.csv?language=en").get_data(as_text=True)
    rows = list(csv.DictReader(io.StringIO(lines.lstrip("\ufeff"))))
    assert rows[0]["Row"] == "5"
    assert "“31/02/2024” is not a date (day/month/year, for example" in rows[0]["Faults"]
    assert look(khoa, "sessions", lines)["faults"] == batch["faults"] - 1
    khoa.get(f"{path}.csv?language=fr", expect=422)


def test_what_was_found_before_there_were_codes_is_still_read(land):  # noqa: F811
    from server.imports import store

    khoa = land.officer()
    batch = look(khoa, "sessions", ONE_OF_EACH)
    with land.app.app_context():
        old = {"row": 5, "column": "Ngày", "written": "x", "what": "không phải ngày", "right": ""}
        kept = store.folder(uuid.UUID(batch["id"]))
        (kept / store.FAULTS).write_text(json.dumps(old) + "\n")
        (kept / store.PASSED_OVER).unlink()
    assert in_english(khoa, f"/imports/{batch['id']}/faults").json["items"] == [old]
    assert khoa.get(f"/imports/{batch['id']}").json["passed_over"] == []
    khoa.get(f"/imports/{batch['id']}/faults.csv")


def test_a_file_that_cannot_be_read_and_what_stands_in_the_way_are_told_in_english(land):  # noqa: F811
    khoa, hanh = land.officer(), land.province()
    path = f"/imports/{uuid.uuid4()}?kind=sessions&name=a.xls"
    headers = {"Content-Type": "application/octet-stream"} | ENGLISH
    told = khoa.call("PUT", path, data=b"\xd0\xcf\x11\xe0old", headers=headers, expect=422).json
    assert "choose File > Save As" in told["detail"]
    batch = bring_in(khoa, "sessions", SESSIONS)
    first = khoa.get("/sessions").json["items"][0]
    hanh.review(first, "approve")
    undo = f"/imports/{batch['id']}/undo"
    told = khoa.call("POST", undo, json={}, headers=ENGLISH, expect=409).json
    assert told["in_the_way"] == [f"1 of its sessions: approved ({first['receipt_code']})"]


def guide(person, kind, query=""):
    file = io.BytesIO(person.get(f"/imports/templates/{kind}{query}").get_data())
    return load_workbook(file).worksheets[1]


def test_the_template_explains_itself_in_english_under_the_same_headings(land):  # noqa: F811
    khoa = land.officer()
    one, other = guide(khoa, "sessions"), guide(khoa, "sessions", "?language=en")
    assert [row[0].value for row in one][1:] == [row[0].value for row in other][1:]
    assert [cell.value for cell in other[1]][:3] == ["Column", "Required", "What to write"]
    assert other["C2"].value == "the day it was held"
    assert other["D2"].value == "day/month/year, for example 15/07/2022"


def test_the_template_offers_no_role_that_its_reader_may_not_give(land):  # noqa: F811
    for person, roles in (
        (land.officer(), None),
        (land.province(), "tình nguyện viên; cán bộ"),
    ):
        rows = {row[0].value: row[5].value for row in guide(person, "people").iter_rows(min_row=2)}
        assert rows.get("Vai trò") == roles
        assert ("Địa bàn" in rows) == (roles is not None)
        wrong = "Họ và tên,Số điện thoại,Vai trò\nMai,0912000009,trưởng ấp\n"
        told = faults(person, look(person, "people", wrong))
        role = next(one for one in told if one["column"] == "Vai trò")
        assert "cán bộ tỉnh" not in role["right"]


def test_a_column_that_is_not_known_is_passed_over_and_named(land):  # noqa: F811
    khoa = land.officer()
    text = SESSIONS.replace("Ghi chú", "Ghi chu s").replace("Ngày,", "STT,Ngày,", 1)
    text = "\n".join([text.splitlines()[0], *("7," + row for row in text.splitlines()[1:])])
    batch = look(khoa, "sessions", text)
    assert batch["faults"] == 0
    assert batch["passed_over"] == [
        {"heading": "STT", "meant": None},
        {"heading": "Ghi chu s", "meant": "Ghi chú"},
    ]
    apply(khoa, batch)
    assert {s["note"] for s in khoa.get("/sessions").json["items"]} == {None}
    # What was meant for a column that must be there is not passed over.
    told = look(khoa, "sessions", SESSIONS.replace("Hình thức", "Hình thưc x"), expect=422)
    assert "“Hình thức” (hình thức của buổi, ví dụ" in told["detail"]
    assert "có phải là cột “Hình thưc x” trong tệp?" in told["detail"]


def test_what_stands_in_a_column_that_was_not_asked_for_is_not_kept(land):  # noqa: F811
    from server.imports import store

    khoa = land.officer()
    rows = SESSIONS.splitlines()
    text = "\n".join([rows[0] + ",CCCD", *(row + ",087165001234" for row in rows[1:]), "x"])
    batch = look(khoa, "sessions", text)
    with land.app.app_context():
        kept = store.folder(uuid.UUID(batch["id"]))
        assert all("087165001234" not in path.read_text() for path in kept.iterdir())


@pytest.mark.parametrize(
    "said", ["An Bình", "an bình", "AN BINH", "xa an binh", "Xã An", "An", "xã Bình", "binh"]
)
def test_a_commune_is_known_by_what_people_call_it(land, said):  # noqa: F811
    khoa = land.officer()
    batch = look(khoa, "sessions", SESSIONS.replace("xã An Bình", said))
    assert counts(batch) == (3, 0, 0, 0), faults(khoa, batch)


def test_a_commune_is_never_guessed_at(land):  # noqa: F811
    khoa = land.officer()
    for said, what, right in (
        ("Ấn Bình", "không đơn vị nào tên là Ấn Bình", "gần giống: xã An Bình"),
        ("Phường An Bình", "không đơn vị nào tên là", "gần giống: xã An Bình"),
        ("Cúc", "xã Cúc ngoài địa bàn của bạn", ""),
    ):
        batch = look(khoa, "sessions", SESSIONS.replace("xã An Bình", said))
        (one, *_) = faults(khoa, batch)
        assert what in one["what"] and right in one["right"], one


def test_two_digits_of_a_year_are_told_and_not_guessed_at(land):  # noqa: F811
    khoa = land.officer()
    batch = look(khoa, "sessions", SESSIONS.replace("20/03/2024", "20/03/24"))
    (one,) = faults(khoa, batch)
    assert "chỉ có hai chữ số của năm" in one["what"]
    assert one["right"].endswith("ví dụ 20/03/2024")


def test_a_number_that_is_no_teams_names_the_teams_that_there_are(land):  # noqa: F811
    khoa = land.officer()
    for row, what, right in (
        ("Mai,0912000009,99,Tổ Ấp 1", "không có Tổ số 99", "ghi số của Tổ: Tổ Ấp 1 (số "),
        ("Mai,0912000009,Tổ Ấp 2,", "“Tổ Ấp 2” không phải số của Tổ", "Tổ Ấp 2 (số "),
        ("Mai,0912000009,99,", "không có Tổ số 99", "Tổ Ấp 1 (số "),
    ):
        text = f"Họ và tên,Số điện thoại,Mã Tổ,Tên Tổ\n{row}\n"
        (one,) = faults(khoa, look(khoa, "people", text))
        assert one["column"] == "Mã Tổ" and what in one["what"] and right in one["right"], one
        assert "Tổ Ấp 4" not in one["right"]


def test_people_who_are_brought_in_stand_in_the_log_of_their_land(land):  # noqa: F811
    khoa, south = land.officer(), land.officer("Hoa", "cụm Nam")
    bring_in(land.province(), "people", PEOPLE.replace("Tổ Ấp Mới", "Tổ Ấp 1"))
    for reader, n in ((khoa, 2), (south, 0)):
        log = reader.get("/audit?limit=50").json["items"]
        assert len([one for one in log if one["action"] == "user.created"]) == n


HEAD = "Ngày,Tên Tổ,Khóm ấp,Xã phường,Hình thức,Số lượt người,Ghi chú,Giờ bắt đầu,\
e-Dongthap: hướng dẫn,e-Dongthap: thành công\n"


def told(person, *rows):
    """What is wrong with rows of past sessions: row -> its column, what, what would be right."""
    batch = look(person, "sessions", HEAD + "\n".join(rows))
    return {f["row"]: (f["column"], f["what"], f["right"]) for f in faults(person, batch)}


def test_a_corrected_row_is_never_silently_a_second_session(land):  # noqa: F811
    khoa = land.officer()
    bring_in(khoa, "sessions", HEAD + "20/03/2024,Tổ Ấp 1,,,Ra quân,25,Chợ sáng,08:00,20,12")
    code = khoa.get("/sessions").json["items"][0]["receipt_code"]
    found = told(
        khoa,
        "20/03/2024,Tổ Ấp 1,,,Ra quân,26,Chợ sáng,08:00,20,12",  # the number was set right
        "20/03/2024,Tổ Ấp 1,,,Ra quân,26,,,20,12",  # and the rest left out
        "20/03/2024,Tổ Ấp 1,,,Ra quân,26,,14:00,20,12",  # in the afternoon
        "20/03/2024,Tổ Ấp 1,,,Ra quân,26,Chợ chiều,,20,12",
        "21/03/2024,Tổ Ấp 1,,,Ra quân,26,,,20,12",
        "20/03/2024,Tổ Ấp 1,,,Ra quân,25,Chợ sáng,08:00,20,12",  # the very same
    )
    assert found.keys() == {2, 3}
    assert code in found[2][1] and "Giờ bắt đầu" in found[2][2]


def test_a_phone_in_a_note_is_a_fault_as_an_identity_is(land):  # noqa: F811
    (fault,) = told(
        land.officer(), "20/03/2024,Tổ Ấp 1,,,Ra quân,25,gọi chị Lan 0912 345 678,,20,12"
    ).values()
    assert fault[:2] == ("Ghi chú", "ghi chú có số điện thoại")


def test_a_number_below_nothing_is_told_so(land):  # noqa: F811
    (fault,) = told(land.officer(), "20/03/2024,Tổ Ấp 1,,,Ra quân,-5,,,,").values()
    assert fault == ("Số lượt người", "“-5” nhỏ hơn 0", "phải từ 0 trở lên")


def test_a_shortened_name_of_a_team_finds_the_one_that_is_meant(land):  # noqa: F811
    land.team("Ấp 2", name="Tổ công nghệ số cộng đồng Ấp 2, Bình Thành")
    land.team("xã An Bình", "agency", name="Đoàn xã Bình Thành")
    (fault,) = told(land.officer(), "20/03/2024,Tổ Ấp 2 Bình Thành,,,Ra quân,25,,,20,12").values()
    assert "Tổ công nghệ số cộng đồng Ấp 2, Bình Thành" in fault[2] and "Đoàn xã" not in fault[2]


def test_a_team_s_own_hamlet_is_meant_where_several_have_the_name(land):  # noqa: F811
    khoa = land.officer()
    with land.app.app_context():
        other = db.session.scalar(
            select(AdminUnitName).where(AdminUnitName.unit_id == land.units["Ấp 2"])
        )
        write(lambda: setattr(db.session.merge(other), "name", "Ấp 1"))
    assert told(khoa, "20/03/2024,,Ấp 1,xã An Bình,Ra quân,25,,,20,12")[2][1].startswith("trong xã")
    assert told(khoa, "20/03/2024,Tổ Ấp 1,Ấp 1,xã An Bình,Ra quân,25,,,20,12") == {}
