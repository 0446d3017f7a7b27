"""flask import units | hamlets | teams | people: a province's own lists, all or nothing."""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import click
from flask.cli import AppGroup
from sqlalchemy import inspect

from server import clock
from server.access.scope import Scope
from server.admin_units.models import AdminUnit
from server.admin_units.queries import forget
from server.extensions import db, write
from server.imports import actions, columns, store
from server.imports.actions import planned, quiet
from server.imports.columns import Column, explained
from server.imports.differences import Different
from server.imports.faults import Faults, Finding
from server.imports.files import Table, Unreadable, read
from server.imports.headings import passed_over
from server.imports.kinds import KINDS
from server.imports.plans import WorldChanged, counted
from server.imports.rows import Row, checked, findings
from server.imports.units import load_successions, load_units

MOST_SHOWN = 100
WORDS = {
    "added": "thêm mới",
    "known": "đã có",
    "corrected": "sửa lại",
    "continued": "tiếp nối",
    "skipped": "bỏ qua",
}
imports = AppGroup(
    "import",
    help="Nhập danh sách từ tệp CSV (UTF-8; dấu phẩy hoặc chấm phẩy) hoặc XLSX. Có một dòng lỗi thì"
    " không ghi gì. Nhập lại cùng một tệp không thêm gì.",
)


class TriedOnly(Exception):
    """Carries the outcome of a dry run out of its transaction, which is then undone."""

    def __init__(self, done: Counter):
        super().__init__("dry run")
        self.done = done


def command(name: str, says: str, shown: tuple[Column, ...], *more: Callable) -> Callable:
    """A command of this group with its file, `--dry-run`, and its columns in the help."""
    about = f"{says}\n\n\b\nCác cột (* bắt buộc), tên Việt hoặc tên Anh:\n{explained(shown)}"
    options = (
        click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path)),
        *more,
        click.option("--dry-run", is_flag=True, help="Chỉ kiểm tra, không ghi gì."),
    )

    def decorate(view: Callable) -> Callable:
        for option in reversed(options):
            view = option(view)
        return imports.command(name, help=about)(view)

    return decorate


on_day = click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), help="Mã trong tệp là mã vào ngày này (hôm nay)."
)
successions_file = click.option(
    "--successions",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Tệp nói đơn vị nào trở thành đơn vị nào: "
    + ", ".join(column.english for column in columns.SUCCESSIONS),
)


@command("units", "Đơn vị hành chính, có lịch sử.", columns.UNITS, successions_file)
def units(file: Path, successions: Path | None, dry_run: bool):
    rows = _rows(file, columns.UNITS)
    then = _rows(successions, columns.SUCCESSIONS) if successions else []

    def load() -> Counter:
        done = _of(file, load_units, rows)
        return done + (_of(successions, load_successions, then) if successions else Counter())

    _run(load, dry_run)


@command("hamlets", "Khóm, ấp của các xã.", columns.HAMLETS, on_day)
def hamlets(file: Path, on: datetime | None, dry_run: bool):
    _bring_in("hamlets", file, on, dry_run)


@command("teams", "Tổ công nghệ số cộng đồng và Tổ thanh niên.", columns.TEAMS, on_day)
def teams(file: Path, on: datetime | None, dry_run: bool):
    _bring_in("teams", file, on, dry_run)


@command("people", "Cán bộ, tình nguyện viên và Tổ của họ.", columns.PEOPLE, on_day)
def people(file: Path, on: datetime | None, dry_run: bool):
    _bring_in("people", file, on, dry_run)


@imports.command()
def sweep():
    """Xóa nội dung các tệp đã nhập trong trình duyệt quá 30 ngày."""
    gone = write(actions.sweep)
    for batch_id in gone:
        store.drop(batch_id)
    click.echo(f"{len(gone)} files taken away")


def _bring_in(kind: str, file: Path, on: datetime | None, dry_run: bool) -> None:
    table = _table(file)
    day: date = on.date() if on else clock.today()

    def load() -> Counter:
        try:
            steps, found, different, _ = planned(kind, table, day, None, Scope(everything=True))
        except Unreadable as why:
            raise click.ClickException(f"{file.name}: {why}") from why
        if found.n:
            raise _told(file, found.told, found.n)
        for one in passed_over(table.head, KINDS[kind].columns(None)):
            meant = f"; có phải là “{one.meant}”?" if one.meant else ""
            click.echo(f"Không đọc cột “{one.heading}”, vì không có trong mẫu{meant}")
        _tell(different)
        KINDS[kind].apply(steps, None, quiet)
        return counted(steps)

    _run(load, dry_run)


def _tell(different: Different) -> None:
    """What known rows say other than the system, which no file changes."""
    if different.rows:
        click.echo(f"{different.rows} dòng khác với hệ thống; hệ thống giữ nguyên:")
    for one in different.told:
        stands = f"đang là “{one.stands}”" if one.stands else "đang để trống"
        click.echo(f"  dòng {one.row} {one.column} “{one.written}” ({stands})")


def _table(file: Path) -> Table:
    try:
        return read(file.read_bytes())
    except Unreadable as why:
        raise click.ClickException(f"{file.name}: {why}") from why


def _rows(file: Path, shown: tuple[Column, ...]) -> list[Row]:
    table = _table(file)
    try:
        rows = checked(table, shown)
    except Unreadable as why:
        raise click.ClickException(f"{file.name}: {why}") from why
    for row in rows:
        row.tell_doubts()
    found = findings(table, shown, rows)
    if found.n:
        raise _told(file, found.told, found.n)
    return rows


def _of(file: Path, load: Callable[..., Counter], rows: list[Row]) -> Counter:
    try:
        return load(rows)
    except Faults as faults:
        raise _told(file, faults.found, len(faults.found)) from faults


def _run(load: Callable[[], Counter], dry_run: bool) -> None:
    """Load everything in one transaction, or for a dry run everything and then nothing."""

    if not inspect(db.engine).has_table(AdminUnit.__tablename__):
        raise click.ClickException("Cơ sở dữ liệu còn trống; hãy chạy flask setup trước.")

    def both():
        done = load()
        if dry_run:
            raise TriedOnly(done)
        return done

    try:
        done, how = write(both), ""
    except TriedOnly as tried:
        done, how = tried.done, "Chạy thử, chưa ghi gì: "
    except WorldChanged as why:
        raise click.ClickException(str(why)) from why
    finally:
        forget()  # a register that was undone must not be remembered
    shown = (code for code in WORDS if done[code] or code in ("added", "known"))
    click.echo(how + ", ".join(f"{done[code]} {WORDS[code]}" for code in shown))


def _told(file: Path, found: list[Finding], n: int) -> click.ClickException:
    lines = []
    for one in found[:MOST_SHOWN]:
        where = f"dòng {one.row}, cột {one.column}" if one.column else f"dòng {one.row}"
        said = one.render(False)
        lines.append(f"{where}: {said['what']}" + (f"; {said['right']}" if said["right"] else ""))
    if n > len(lines):
        lines.append(f"... và {n - len(lines)} lỗi nữa")
    return click.ClickException("\n".join([f"{file.name} có lỗi, chưa ghi gì:", *lines]))
