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

from server import problems
from server.imports import columns, session_columns, templates
from server.imports.kinds import KINDS
from server.imports.said import again, say, texts
from server.imports.words import WORDS
from tests.lists import SESSIONS, apply, bring_in, counts, faults, look

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


def test_every_column_is_explained_in_both_languages(land):
    with land.app.app_context():
        every = [column for kind in KINDS.values() for column in kind.columns(None)]
        every += [*columns.UNITS, *columns.SUCCESSIONS, *session_columns.columns()]
    for column in every:
        assert all(column.says), column.name
    numbers = (templates.MUST_BE_COUNTED, templates.NEVER_NONE)
    for pair in (templates.REQUIRED, *numbers, *templates.KINDS_SAID.values()):
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


def test_the_same_faults_are_read_in_either_language(land):
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
        "this part (30) cannot exceed total people (25)",
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


def test_whatever_rule_finds_a_fault_it_is_told_in_one_form(land):
    """Beside each other in one list: no capital but of a name, no full stop."""
    khoa = land.officer()
    names = ("Tổ", "Content-Length", "If-Match")
    for code in texts().keys() - {"sessions_approved"}:  # which is told of no row
        for text in texts()[code]:
            first = text.split()[0]
            assert first in names or first[0] == first[0].lower(), text
            assert not text.endswith("."), text

    head = SESSIONS.splitlines()[0]
    row = "20/03/2024,Ấp 1,xã An Bình,Ra quân,,25,30,CCCD 087165001234,20,12"
    batch = look(khoa, "sessions", f"{head}\n{row}\n")
    told = {one["column"]: one["what"] for one in faults(khoa, batch)}
    assert told == {
        "Nữ": "số này (30) không được lớn hơn tổng lượt người (25)",
        "Ghi chú": "ghi chú có vẻ chứa số CCCD hoặc số thẻ; vui lòng xóa thông tin cá nhân của"
        " người dân",
    }
    # A form says the same as a sentence.
    lan = land.volunteer()
    refused = lan.record(land.body(lan.team, female=300), expect=422)
    assert refused["errors"][0]["detail"].startswith("Số này (300) không được lớn hơn")


def test_what_was_found_before_there_were_codes_is_still_read(land):
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


def test_a_file_that_cannot_be_read_and_what_stands_in_the_way_are_told_in_english(land):
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
    told_why = f"1 of its sessions: approved ({first['receipt_code']})."
    assert told["in_the_way"] == [f"{told_why} Ask whoever approved to reopen, then undo."]


def guide(person, kind, query=""):
    file = io.BytesIO(person.get(f"/imports/templates/{kind}{query}").get_data())
    return load_workbook(file).worksheets[1]


def test_the_template_explains_itself_in_english_under_the_same_headings(land):
    khoa = land.officer()
    one, other = guide(khoa, "sessions"), guide(khoa, "sessions", "?language=en")
    assert [row[0].value for row in one][1:] == [row[0].value for row in other][1:]
    assert [cell.value for cell in other[1]][:3] == ["Column", "Required", "What to write"]
    assert other["C2"].value == "the day it was held"
    assert other["D2"].value == "day/month/year, for example 15/07/2022"


def test_the_template_lets_nothing_be_blank_that_must_be_there(land):
    khoa = land.officer()
    for query, blank, nought, every in (
        ("", "để trống", "không có thì ghi 0", "buổi nào cũng phải ghi"),
        ("?language=en", "blank", "0 if there was none", "every session needs it"),
    ):
        rows = {row[0].value: row for row in guide(khoa, "sessions", query).iter_rows(min_row=2)}
        must = [row for row in rows.values() if row[1].value in templates.REQUIRED]
        assert [row[0].value for row in must] == ["Ngày", "Hình thức", "Số lượt người"]
        assert not any(blank in f"{row[2].value} {row[3].value}" for row in must)
        turns, women = rows["Số lượt người"], rows["Nữ"]
        assert every in turns[2].value and nought in turns[3].value
        assert blank in women[3].value
        # At least one, where a member of the team held it.
        assert "0" not in rows["Số thành viên tham gia"][3].value
    # And so it is: the one may be 0, not blank; the other blank.
    head = SESSIONS.splitlines()[0]
    row = "20/03/2024,Ấp 1,xã An Bình,broadcast,,{},,,,"
    (fault,) = faults(khoa, look(khoa, "sessions", f"{head}\n{row.format('')}\n"))
    assert (fault["column"], fault["what"]) == ("Số lượt người", "chưa có nội dung")
    assert counts(look(khoa, "sessions", f"{head}\n{row.format('0')}\n")) == (1, 0, 0, 0)


def test_the_template_offers_no_role_that_its_reader_may_not_give(land):
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


def test_a_column_that_is_not_known_is_passed_over_and_named(land):
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


def test_what_stands_in_a_column_that_was_not_asked_for_is_not_kept(land):
    from server.imports import store

    khoa = land.officer()
    rows = SESSIONS.splitlines()
    text = "\n".join([rows[0] + ",CCCD", *(row + ",087165001234" for row in rows[1:]), "x"])
    batch = look(khoa, "sessions", text)
    with land.app.app_context():
        kept = store.folder(uuid.UUID(batch["id"]))
        assert all("087165001234" not in path.read_text() for path in kept.iterdir())
