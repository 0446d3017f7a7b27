"""flask import units | hamlets | teams | people: a province's own lists, all or nothing."""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import click
from flask.cli import AppGroup
from sqlalchemy import inspect

from server import clock
from server.admin_units.models import AdminUnit
from server.admin_units.queries import forget
from server.cli.imports import columns
from server.cli.imports.columns import Column, explained
from server.cli.imports.files import Unreadable, read
from server.cli.imports.people import load_people
from server.cli.imports.rows import Faults, Row, checked
from server.cli.imports.teams import load_teams
from server.cli.imports.units import load_hamlets, load_successions, load_units
from server.extensions import db, write

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
    rows = _rows(file, columns.HAMLETS)
    _run(lambda: _of(file, load_hamlets, rows, _day(on)), dry_run)


@command("teams", "Tổ công nghệ số cộng đồng và Tổ thanh niên.", columns.TEAMS, on_day)
def teams(file: Path, on: datetime | None, dry_run: bool):
    rows = _rows(file, columns.TEAMS)
    _run(lambda: _of(file, load_teams, rows, _day(on)), dry_run)


@command("people", "Cán bộ, tình nguyện viên và Tổ của họ.", columns.PEOPLE, on_day)
def people(file: Path, on: datetime | None, dry_run: bool):
    rows = _rows(file, columns.PEOPLE)
    _run(lambda: _of(file, load_people, rows, _day(on)), dry_run)


def _day(on: datetime | None) -> date:
    return on.date() if on else clock.today()


def _rows(file: Path, shown: tuple[Column, ...]) -> list[Row]:
    try:
        return checked(read(file), shown)
    except Unreadable as why:
        raise click.ClickException(f"{file.name}: {why}") from why
    except Faults as faults:
        raise _told(file, faults) from faults


def _of(file: Path, load: Callable[..., Counter], *of) -> Counter:
    try:
        return load(*of)
    except Faults as faults:
        raise _told(file, faults) from faults


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
    finally:
        forget()  # a register that was undone must not be remembered
    shown = (code for code in WORDS if done[code] or code in ("added", "known"))
    click.echo(how + ", ".join(f"{done[code]} {WORDS[code]}" for code in shown))


def _told(file: Path, faults: Faults) -> click.ClickException:
    lines = []
    for number, column, what in faults.found[:MOST_SHOWN]:
        where = f"dòng {number}, cột {column}" if column else f"dòng {number}"
        lines.append(f"{where}: {what}")
    if len(faults.found) > MOST_SHOWN:
        lines.append(f"... và {len(faults.found) - MOST_SHOWN} lỗi nữa")
    return click.ClickException("\n".join([f"{file.name} có lỗi, chưa ghi gì:", *lines]))
