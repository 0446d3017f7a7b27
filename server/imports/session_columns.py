"""The columns of past sessions: forms, audiences and services in the words of the catalogue."""

from sqlalchemy import select

from server.catalogue.codes import LIMITS, MANY_PER_PERSON
from server.catalogue.models import CatalogueEntry
from server.extensions import db
from server.imports.columns import TEAMS, Column, Says
from server.text import plain

PEOPLE = LIMITS["participants"]
COUNTS = ("assisted", "completed")
COUNT_NAMES = {
    "assisted": ("huong_dan", "hướng dẫn", "guided"),
    "completed": ("thanh_cong", "thành công", "completed"),
}
_COMMUNE = next(column for column in TEAMS if column.english == "commune_code")

# What no single column can say.
NOTE = (
    "Mỗi buổi phải có số ở ít nhất một cột “…: hướng dẫn”. Chỉ phát thanh và tập huấn cho thành viên Tổ, cán bộ mới được để trống tất cả.",
    "Each session needs a number in at least one column “…: hướng dẫn” (guided). Only broadcasts and training for team members or officers may leave all of them blank.",
)


def columns() -> tuple[Column, ...]:
    """Those of every session, then two for each service."""
    terms = _terms()
    return (
        Column(
            "ngay", "date", ("ngày diễn ra", "the day it was held"), "day",
            required=True, title="Ngày", example="20/03/2024", also=("Ngày diễn ra",),
        ),
        Column(
            "ten_to", "team", ("Tổ thực hiện; trống: Tổ của khóm, ấp", "the team that held it; blank: the hamlet’s team"),
            title="Tên Tổ", example="Tổ công nghệ số cộng đồng Ấp 1", also=("Tổ thực hiện", "Tổ"),
        ),
        Column(
            "khom_ap", "hamlet", ("nơi diễn ra, cùng với xã, phường; trống: nơi của Tổ", "where it was held, with the commune; blank: where the team is"),
            title="Khóm, ấp", example="Ấp 1",
        ),
        _COMMUNE,
        _words("hinh_thuc", "type", "Hình thức", ("hình thức của buổi", "form of the session, a word of the list"), terms, required=True),
        _words("doi_tuong", "audience", "Đối tượng", ("buổi dành cho ai; trống: người dân", "for whom; blank: residents"), terms),
        _count("so_luot", "participants", "Số lượt người", ("tổng lượt người tham gia; buổi nào cũng phải ghi", "people in all; every session needs it"), "25", required=True),
        _count("can_bo", "staff_participants", "Thành viên Tổ, cán bộ", ("thành viên Tổ, cán bộ trong đó, khi nhiều đối tượng", "team members and officers among them, where the audience is mixed"), ""),
        _count("nu", "female", "Nữ", ("lượt phụ nữ", "women among them"), "14"),
        _count("nguoi_cao_tuoi", "elderly", "Người cao tuổi", ("từ đủ 60 tuổi", "people of 60 and over"), "6"),
        _count("lan_dau", "first_time", "Lượt lần đầu", ("lần đầu được hướng dẫn", "guided for the first time"), ""),
        _count("so_ho", "households", "Số hộ", ("số hộ đến nhà", "homes visited"), "", high=LIMITS["households"]),
        _count(
            "thanh_vien", "volunteers", "Số thành viên tham gia", ("số thành viên của Tổ tham gia", "members of the team who took part"), "3",
            low=1, high=LIMITS["volunteers"],
        ),
        Column(
            "gio", "start_time", ("giờ bắt đầu", "when it began"), "time", title="Giờ bắt đầu", example="08:00",
        ),
        Column(
            "ghi_chu", "note", ("không ghi tên, số điện thoại, CCCD của người dân", "no names, phone numbers or ID numbers of residents"),
            title="Ghi chú", high=LIMITS["note"],
        ),
        *(_service(term, count) for term in terms["service"] for count in COUNTS),
    )  # fmt: skip


def _terms() -> dict[str, list[CatalogueEntry]]:
    kinds = ("type", "audience", "service")
    found = select(CatalogueEntry).where(CatalogueEntry.kind.in_(kinds))
    rows = db.session.scalars(found.order_by(CatalogueEntry.position)).all()
    return {kind: [row for row in rows if row.kind == kind] for kind in kinds}


def _words(name: str, kind: str, title: str, says: Says, terms: dict, **more) -> Column:
    words = {plain(term.vi): term.code for term in terms[kind]}
    words |= {plain(term.vi_short): term.code for term in terms[kind] if term.vi_short}
    return Column(
        name, kind, says, "word", words=words, title=title, example=next(iter(words)), **more
    )


def _count(name: str, english: str, title: str, says: Says, example: str, **more) -> Column:
    limits = {"low": 0, "high": PEOPLE} | more
    return Column(name, english, says, "whole", title=title, example=example, **limits)


def of_service(code: str, count: str) -> str:
    """The name of the column of one number of a service."""
    return f"{code}.{count}"


def is_of_service(name: str) -> bool:
    return name.endswith(tuple(of_service("", count) for count in COUNTS))


def _service(term: CatalogueEntry, count: str) -> Column:
    name, said, english = COUNT_NAMES[count]
    high = PEOPLE * (MANY_PER_PERSON.get(term.code, 1) if count == "completed" else 1)
    needed = {"assisted": ("ít nhất một cột loại này", "at least one of these")}
    examples = {"assisted": "20", "completed": "12"} if term.is_open else {}
    return Column(
        f"{term.code}_{name}",
        of_service(term.code, count),
        (f"{plain(term.vi)}: {said}", f"{plain(term.en)}: {english}"),
        "whole",
        title=f"{plain(term.vi_short or term.vi)}: {said}",
        example=examples.get(count, ""),
        needed=needed.get(count),
        high=high,
        also=(f"{plain(term.vi)}: {said}", f"{plain(term.vi)}: được {said}"),
    )
