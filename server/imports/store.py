"""What is kept of a file beside the database, in DATA_DIR/imports: its table, its faults, and how
far the work on it has come. All of it goes after thirty days, or when the batch is undone."""

import itertools
import json
import os
import shutil
import tempfile
import time
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from flask import current_app

from server.imports.differences import Different
from server.imports.faults import Finding, Found
from server.imports.files import Table
from server.imports.headings import PassedOver
from server.imports.said import again
from server.imports.samples import Sample

KEPT = 30  # days
TABLE, FAULTS, FAULTY = "table.jsonl", "faults.jsonl", "faulty.json"
PROGRESS, AREAS, PASSED_OVER = "progress.json", "areas.json", "passed_over.json"
SHEET, DIFFERENT, SAMPLE = "sheet.json", "different.json", "sample.json"
STALE = 60  # seconds without a word, after which nobody is working on it any more
PAUSE = 0.3  # seconds between two words


def folder(batch_id: uuid.UUID) -> Path:
    return current_app.config["SETTINGS"].data_dir / "imports" / str(batch_id)


def keep(
    batch_id: uuid.UUID,
    table: Table,
    found: Found,
    different: Different,
    sample: Sample,
    strange: Iterable[PassedOver],
    areas: Iterable[int],
    sheet: str | None,
) -> None:
    """Write the table, what is wrong with it, what it says other than the system, how its first
    rows were understood, its columns that are none of ours, the areas of whoever brought it and the
    sheet that it is, each whole or not at all."""
    _write(batch_id, SHEET, [json.dumps(sheet)])
    _write(batch_id, DIFFERENT, [json.dumps(asdict(different))])
    _write(batch_id, SAMPLE, [json.dumps(asdict(sample))])
    _write(batch_id, PASSED_OVER, [json.dumps([asdict(one) for one in strange])])
    _write(batch_id, AREAS, [json.dumps(sorted(areas))])
    _write(batch_id, TABLE, map(_line, (table.head, *table.rows)))
    _write(batch_id, FAULTY, [json.dumps(found.rows)])
    _write(batch_id, FAULTS, (_line(_told(finding)) for finding in found.told))


def _told(finding: Finding) -> dict:
    """A finding as it is kept: what it says as codes, for everybody reads it in their language."""
    right = finding.right and finding.right.kept()
    return vars(finding) | {"what": finding.what.kept(), "right": right}


def _found(told: dict) -> Finding:
    right = again(told["right"]) if told["right"] else None
    return Finding(**told | {"what": again(told["what"]), "right": right})


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"


def has_content(batch_id: uuid.UUID) -> bool:
    return (folder(batch_id) / TABLE).exists()


def table(batch_id: uuid.UUID) -> Table | None:
    """The table, or None when it is not kept any more."""
    lines = _lines(batch_id, TABLE)
    head = next(lines, None)
    return head and Table(head, [(number, cells) for number, cells in lines])


def faulty_rows(batch_id: uuid.UUID) -> Iterator[tuple[int, list[str]]]:
    """The headings as row 0, and each row that has a fault; nothing when they are not kept. Holds
    one row at a time."""
    faulty = frozenset(json.loads(_read(batch_id, FAULTY) or "[]"))
    lines = _lines(batch_id, TABLE)
    yield from ((0, head) for head in itertools.islice(lines, 1))
    yield from ((number, cells) for number, cells in lines if number in faulty)


def passed_over(batch_id: uuid.UUID) -> list[dict]:
    """`{heading, meant}` of each column that was passed over; none when nothing is kept."""
    return json.loads(_read(batch_id, PASSED_OVER) or "[]")


def sheet(batch_id: uuid.UUID) -> str | None:
    """The sheet of a workbook that was read, where it has others."""
    return json.loads(_read(batch_id, SHEET) or "null")


def different(batch_id: uuid.UUID) -> dict | None:
    """`{rows, told}` of the known rows that say other than the system did when the file was looked
    at; None where there are none, or nothing is kept."""
    told = json.loads(_read(batch_id, DIFFERENT) or "null")
    return told if told and told["rows"] else None


def sample(batch_id: uuid.UUID) -> dict | None:
    """`{columns, rows, beside}` of the first rows that it would add or correct; None where it
    would do neither, or nothing is kept."""
    told = json.loads(_read(batch_id, SAMPLE) or "null")
    return told if told and told["rows"] else None


def areas(batch_id: uuid.UUID) -> list[int] | None:
    """The areas of whoever brought the file, when they did; None when nothing is kept."""
    text = _read(batch_id, AREAS)
    return None if text is None else json.loads(text)


def faults(batch_id: uuid.UUID, start: int, limit: int) -> tuple[list[Finding], int | None]:
    """Faults from a place in the file on (bytes; 0 is its beginning), and where to go on, or
    None after the last. Reads no more than it gives."""
    path = folder(batch_id) / FAULTS
    if not path.exists():
        return [], None
    with path.open("rb") as file:
        file.seek(start)
        found = [_found(json.loads(line)) for line in _some(file, limit)]
        end = file.tell()
        return found, end if file.read(1) else None


def _some(file: Any, limit: int) -> Iterator[bytes]:
    for _ in range(limit):
        line = file.readline()
        if not line:
            return
        yield line


def all_faults(batch_id: uuid.UUID) -> Iterator[Finding]:
    """Every fault that is told, in the order of the rows."""
    return (_found(told) for told in _lines(batch_id, FAULTS))


def _lines(batch_id: uuid.UUID, name: str) -> Iterator[Any]:
    """The values in a file that holds one a line."""
    try:
        file = (folder(batch_id) / name).open(encoding="utf-8")
    except FileNotFoundError:
        return
    with file:
        yield from map(json.loads, file)


def drop(batch_id: uuid.UUID) -> None:
    """Take everything away; doing it twice changes nothing."""
    shutil.rmtree(folder(batch_id), ignore_errors=True)


class Progress:
    """Tells how far the work on a batch has come: in a file, for the database may have one writer
    and that is the work itself."""

    def __init__(self, batch_id: uuid.UUID, by_id: int, kind: str, file_name: str):
        self.batch_id = batch_id
        self.facts = {"by_id": by_id, "kind": kind, "file_name": file_name}
        self.last = 0.0

    def begin(self, phase: str, total: int) -> "Progress":
        """Another step of the work: `reading`, `checking`, `writing` or `undoing`."""
        self.facts |= {"phase": phase, "total": total}
        self.last = 0.0
        self(0)
        return self

    def __call__(self, done: int) -> None:
        now = time.monotonic()
        if now - self.last >= PAUSE:
            self.last = now
            told = self.facts | {"done": done, "at": time.time()}
            _write(self.batch_id, PROGRESS, [json.dumps(told)], durable=False)

    def end(self) -> None:
        (folder(self.batch_id) / PROGRESS).unlink(missing_ok=True)


def progress(batch_id: uuid.UUID) -> dict | None:
    """How far the work has come: `{by_id, kind, file_name, phase, done, total}`; None when nobody
    is working on it."""
    text = _read(batch_id, PROGRESS)
    told = json.loads(text) if text else None
    return told if told and time.time() - told["at"] < STALE else None


def _read(batch_id: uuid.UUID, name: str) -> str | None:
    try:
        return (folder(batch_id) / name).read_text(encoding="utf-8")
    except FileNotFoundError:
        return None


def _write(batch_id: uuid.UUID, name: str, lines: Iterable[str], *, durable: bool = True) -> None:
    path = folder(batch_id) / name
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as part:
        part.writelines(lines)
        if durable:
            part.flush()
            os.fsync(part.fileno())
    os.replace(part.name, path)
