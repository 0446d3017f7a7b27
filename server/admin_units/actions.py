"""Put units, their dated names, codes and parents, and their successions into the register, from
plain rows as a CSV file gives them. Rows name each other by code *and* day. Callers commit.

A unit's row: code, name, kind, level, parent_code, valid_from, valid_to, legal_basis, and for a
hamlet population, households, population_year, population_source, is_demo; texts, empty for open or
unknown. A row with `continues` = yes goes on with the unit that had its code the day before, under
another name or parent. A row that is there already (same code, same first day) corrects it, so a
file may be loaded again."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from sqlalchemy import select

from server.admin_units.models import (
    ALWAYS,
    FOREVER,
    LEVELS,
    AdminUnit,
    AdminUnitName,
    AdminUnitParent,
    RegisterVersion,
    Succession,
)
from server.admin_units.queries import look_again
from server.admin_units.records import Records
from server.extensions import db
from server.text import fold, one_line

Row = Mapping[str, str]


class BadRow(ValueError):
    """What is wrong with one row."""


class BadRows(ValueError):
    """Everything wrong with a file: `faults` are (number of the row from 1, what is wrong)."""

    def __init__(self, faults: list[tuple[int, str]]):
        super().__init__("\n".join(f"dòng {number}: {what}" for number, what in faults))
        self.faults = faults


def add_units(rows: Iterable[Row]) -> Counter:
    """Load units of any level; gives how many were `added`, `continued`, `corrected` or `known`.
    Parents may come after their children. Raises `BadRows` with every fault."""
    rows, records, seen = list(rows), Records(), set()

    def add(row: Row) -> str:
        key = (_text(row, "code"), _days(row)[0])
        if key in seen:
            raise BadRow(f"mã {key[0]} có hai dòng cùng ngày bắt đầu trong tệp")
        seen.add(key)
        return _add_unit(row, records)

    done = Counter(_each(rows, add))
    db.session.flush()
    _each(rows, lambda row: _add_parent(row, records))
    moved_on()
    return done


def add_successions(rows: Iterable[Row]) -> Counter:
    """Load successions: effective_date, kind, old_code, new_code, legal_basis. The old unit is the
    one that had its code the day before, the new one has its code on the day. A row without a new
    unit (a level abolished) only says why the old one ended and is `skipped`."""
    records = Records()
    done = Counter(_each(list(rows), lambda row: _add_succession(row, records)))
    moved_on()
    return done


def _each(rows: list[Row], load) -> list:
    done, faults = [], []
    for number, row in enumerate(rows, start=1):
        try:
            done.append(load(row))
        except BadRow as fault:
            faults.append((number, str(fault)))
    if faults:
        raise BadRows(faults)
    return done


def _add_unit(row: Row, records: Records) -> str:
    code, name, (since, until) = _text(row, "code"), one_line(row["name"]), _days(row)
    if row["level"] not in LEVELS:
        raise BadRow(f"cấp '{row['level']}' không có: {', '.join(LEVELS)}")
    if not code or not name:
        raise BadRow("thiếu mã hoặc tên")
    before = records.name(code, since - timedelta(days=1)) if since > ALWAYS else None
    now = records.name(code, since)
    if now is not None and now.valid_from == since:
        return _correct(row, now, name, until, records)
    if _text(row, "continues") == "yes":
        if before is None:
            raise BadRow(f"không đơn vị nào có mã {code} vào ngày trước {since:%d/%m/%Y}")
        return _continue(row, before, name, since, until, records)
    if records.overlap(code, since, until):
        raise BadRow(f"mã {code} là của một đơn vị khác trong khoảng {since} đến {until}")
    unit = AdminUnit(level=row["level"], valid_from=since, valid_to=until)
    _describe(unit, row)
    db.session.add(unit)
    db.session.flush()
    records.add(unit, _name(unit, name, code, since, until))
    return "added"


def _correct(row, known: AdminUnitName, name: str, until: date, records: Records) -> str:
    unit = records.units[known.unit_id]
    _describe(unit, row)
    if unit.valid_to == known.valid_to:
        unit.valid_to = until
    known.name, known.folded, known.valid_to = name, fold(name), until
    changed = db.session.is_modified(unit) or db.session.is_modified(known)
    return "corrected" if changed else "known"


def _continue(row, before: AdminUnitName, name, since, until, records: Records) -> str:
    unit = records.units[before.unit_id]
    _describe(unit, row)
    unit.valid_to = until
    if before.name == name:
        before.valid_to = until
    else:
        before.valid_to = since
        records.add(unit, _name(unit, name, before.code, since, until))
    return "continued"


def _name(unit: AdminUnit, name: str, code: str, since: date, until: date) -> AdminUnitName:
    made = AdminUnitName(
        unit_id=unit.id, valid_from=since, valid_to=until, name=name, folded=fold(name), code=code
    )
    db.session.add(made)
    return made


def _describe(unit: AdminUnit, row: Row) -> None:
    unit.kind = one_line(row["kind"])
    unit.legal_basis = _text(row, "legal_basis") or unit.legal_basis
    unit.population = _number(row, "population") or unit.population
    unit.households = _number(row, "households") or unit.households
    unit.population_year = _number(row, "population_year") or unit.population_year
    unit.population_source = _text(row, "population_source") or unit.population_source
    unit.is_demo = _text(row, "is_demo") == "yes" or bool(unit.is_demo)


def _add_parent(row: Row, records: Records) -> None:
    """Put the unit under its parent for the row's days, ending the parent before."""
    (since, until), code = _days(row), _text(row, "parent_code")
    child = records.unit(_text(row, "code"), since)
    parent = records.unit(code, since) if code else None
    if code and (parent is None or parent.valid_to < until):
        raise BadRow(f"không đơn vị nào có mã {code} suốt {_written(since, until)}")
    if parent and LEVELS.index(parent.level) >= LEVELS.index(child.level):
        raise BadRow(f"cấp {child.level} không thể thuộc cấp {parent.level}")
    known = records.parents[child.id]
    for step in known.values():
        if step.valid_from < since < step.valid_to:
            step.valid_to = since
    if parent and since in known:
        known[since].parent_id, known[since].valid_to = parent.id, until
    elif parent:
        step = AdminUnitParent(
            child_id=child.id, parent_id=parent.id, valid_from=since, valid_to=until
        )
        known[since] = step
        db.session.add(step)


def _add_succession(row: Row, records: Records) -> str:
    day = _day(row, "effective_date", ALWAYS)
    if not _text(row, "new_code"):
        return "skipped"
    old = records.unit(row["old_code"], day - timedelta(days=1))
    new = records.unit(row["new_code"], day)
    for unit, code in ((old, row["old_code"]), (new, row["new_code"])):
        if unit is None:
            raise BadRow(f"không đơn vị nào có mã {code} quanh ngày {day:%d/%m/%Y}")
    if old.id == new.id:
        raise BadRow(f"đơn vị có mã {row['old_code']} vẫn tiếp tục, không có đơn vị kế tiếp")
    if db.session.get(Succession, (old.id, new.id, day)):
        return "known"
    basis = _text(row, "legal_basis") or None
    db.session.add(
        Succession(
            from_id=old.id, to_id=new.id, effective_date=day, kind=row["kind"], legal_basis=basis
        )
    )
    return "added"


def hold_land() -> None:
    """Let whoever else adds units, or names teams at them, wait for this transaction, which sees
    the register as it is now."""
    db.session.execute(select(RegisterVersion.id).with_for_update())
    look_again()


def moved_on() -> None:
    """Tell every process to reread the register."""
    db.session.flush()
    version = db.session.get(RegisterVersion, 1, with_for_update=True)
    if version is None:
        db.session.add(RegisterVersion(id=1, version=1))
    else:
        version.version += 1
    db.session.flush()


def _text(row: Row, name: str) -> str:
    return (row.get(name) or "").strip()


def _number(row: Row, name: str) -> int | None:
    text = _text(row, name)
    if text and not text.isdecimal():
        raise BadRow(f"{name} là '{text}': phải là số nguyên")
    return int(text) if text else None


def _day(row: Row, name: str, default: date) -> date:
    try:
        return date.fromisoformat(_text(row, name)) if _text(row, name) else default
    except ValueError:
        raise BadRow(f"{name} là '{row[name]}': phải có dạng NNNN-TT-NN") from None


def _days(row: Row) -> tuple[date, date]:
    since, until = _day(row, "valid_from", ALWAYS), _day(row, "valid_to", FOREVER)
    if since >= until:
        raise BadRow(f"ngày hết hiệu lực {until} không sau ngày bắt đầu")
    return since, until


def _written(since: date, until: date) -> str:
    first = "từ trước đến" if since == ALWAYS else f"từ {since:%d/%m/%Y} đến"
    return f"{first} {'nay' if until == FOREVER else f'{until:%d/%m/%Y}'}"
