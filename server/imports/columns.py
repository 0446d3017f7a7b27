"""The columns of every file that can be imported: one table, from which reading, checking, the
templates and the help text all work. Those of past sessions, which speak the catalogue's words, are
in `session_columns`."""

from collections.abc import Mapping
from dataclasses import dataclass

from server.imports.meanings import LEVELS, MEMBER_ROLES, ROLES, TEAM_KINDS

# What a list of faulty rows adds to them, in either language: a file that was mended there may be
# chosen as it is.
ADDED = (("Dòng", "Lỗi"), ("Row", "Faults"))
IGNORED = tuple(name for names in ADDED for name in names)
NAMES = ("name", "kind", "organisation", "decision_number", "population_source")
LARGEST_POPULATION = 1_000_000

Says = tuple[str, str]


@dataclass(frozen=True, eq=False)
class Column:
    """`name`, `english` and `title` are the headings it may have, and `also`; `says` what is to be
    written, in Vietnamese and in English. `kind`: text, day, whole, year, time, yes, phone, or word
    with `words` -> code; the codes themselves are understood too, and those `withheld` are not
    offered. A whole number lies between `low` and `high`; a text has at most `high` characters. One that is
    not `offered` is understood, but left out of the template; of `words` one for each meaning is
    offered, and those `beside`. `needed` says when one that is not `required` must be there."""

    name: str
    english: str
    says: Says
    kind: str = "text"
    required: bool = False
    words: Mapping[str, str] | None = None
    title: str = ""
    example: str = ""
    low: int = 0
    high: int = 200
    also: tuple[str, ...] = ()
    withheld: frozenset[str] = frozenset()
    beside: tuple[str, ...] = ()
    offered: bool = True
    needed: Says | None = None

    @property
    def is_name(self) -> bool:
        """Whether it is written into lists that people open in a spreadsheet."""
        return self.english in NAMES

    @property
    def is_number(self) -> bool:
        return self.kind in ("whole", "year")

    @property
    def may_be_uncounted(self) -> bool:
        """Whether a blank cell says that nobody counted."""
        return self.kind == "whole" and not self.required

    @property
    def heading(self) -> str:
        return self.title or self.name


def _word(name: str, english: str, says: Says, words: Mapping[str, str], **more) -> Column:
    return Column(name, english, says, "word", words=words, **more)


_SINCE = Column(
    "tu_ngay",
    "valid_from",
    ("có từ ngày; trống: từ trước đến nay", "since which day; blank: always"),
    "day",
)
_UNTIL = Column(
    "den_ngay",
    "valid_to",
    (
        "đến hết ngày trước ngày này; trống: đến nay",
        "until the day before this; blank: to this day",
    ),
    "day",
)
_PEOPLE = (
    Column(
        "dan_so", "population", ("dân số", "residents"), "whole",
        title="Dân số", example="1240", high=LARGEST_POPULATION,
    ),
    Column(
        "so_ho", "households", ("số hộ", "households"), "whole",
        title="Số hộ", example="310", high=LARGEST_POPULATION,
    ),
    Column(
        "nam_dan_so", "population_year", ("năm của số dân, số hộ", "the year of the two numbers"), "year",
        title="Năm của số dân", example="2025", low=2000, high=2100,
    ),
    Column(
        "nguon_dan_so", "population_source", ("nguồn của số dân, số hộ", "where the two numbers come from"),
        title="Nguồn số dân", example="Niên giám thống kê",
    ),
    Column("tiep_noi", "continues", ("có: vẫn là đơn vị đó, đổi tên hoặc đổi cấp trên", "có (yes): still the same unit under another name or unit above"), "yes"),
    Column("minh_hoa", "is_demo", ("có: tên do người làm phần mềm đặt", "có (yes): the name was made up by the makers of the software"), "yes", title="Minh họa"),
)  # fmt: skip
UNITS = (
    Column("ma", "code", ("mã đơn vị hành chính", "administrative code"), required=True),
    Column(
        "ten",
        "name",
        ("tên đầy đủ, ví dụ Xã Lấp Vò", "full name, for example Xã Lấp Vò"),
        required=True,
    ),
    Column(
        "loai",
        "kind",
        (
            "tỉnh, huyện, xã, phường, thị trấn, cụm...",
            "kind: tỉnh, huyện, xã, phường, thị trấn, cụm...",
        ),
        required=True,
    ),
    _word(
        "cap", "level", ("tỉnh, huyện, xã, ấp", "level: tỉnh, huyện, xã, ấp"), LEVELS, required=True
    ),
    Column(
        "ma_cap_tren",
        "parent_code",
        ("mã đơn vị cấp trên vào ngày bắt đầu", "code of the unit above on the first day"),
    ),
    _SINCE,
    _UNTIL,
    Column("can_cu", "legal_basis", ("nghị quyết, quyết định", "resolution, decision")),
    *_PEOPLE,
)
SUCCESSIONS = (
    Column(
        "ngay",
        "effective_date",
        ("ngày có hiệu lực", "the day it takes effect"),
        "day",
        required=True,
    ),
    Column(
        "hinh_thuc",
        "kind",
        ("merge, split, rename, cluster...", "merge, split, rename, cluster..."),
        required=True,
    ),
    Column(
        "ma_cu",
        "old_code",
        ("mã đơn vị cũ vào ngày trước đó", "code of the old unit on the day before"),
        required=True,
    ),
    Column(
        "ma_moi",
        "new_code",
        ("mã đơn vị mới; trống: bỏ cấp", "code of the new unit; blank: the level is no more"),
    ),
    Column(
        "ma_cu_tu_ngay",
        "old_valid_from",
        ("không dùng: mã cũ tính vào ngày trước đó", "not used: the old code is of the day before"),
    ),
    Column(
        "ma_moi_tu_ngay",
        "new_valid_from",
        ("không dùng: mã mới tính vào ngày đó", "not used: the new code is of that day"),
    ),
    Column("can_cu", "legal_basis", ("nghị quyết, quyết định", "resolution, decision")),
)
HAMLETS = (
    Column(
        "ten", "name", ("tên khóm, ấp", "name of the hamlet"),
        required=True, title="Tên khóm, ấp", example="Ấp 1", high=120, also=("Khóm, ấp",),
    ),
    Column(
        "loai", "kind", ("khóm, ấp, khu phố; trống: chữ đầu của tên", "khóm, ấp, khu phố; blank: the first word of the name"),
        title="Loại", example="ấp", high=20,
    ),
    Column(
        "ma_xa", "commune_code", ("mã hoặc tên xã, phường", "code or name of the commune"),
        required=True, title="Xã, phường", example="Xã Lấp Vò", also=("Mã xã, phường", "Xã"),
    ),
    Column(
        "ma_xa_cu", "old_commune_code", ("mã xã trước khi sắp xếp, nếu muốn có lịch sử", "code of the commune before the reform, to have the history"),
        title="Mã xã cũ",
    ),
    Column("ma", "code", ("mã riêng của khóm, ấp; trống: tự đặt", "the hamlet’s own code; blank: one is given"), title="Mã", high=20),
    *_PEOPLE[:4],
    _PEOPLE[-1],
)  # fmt: skip
TEAMS = (
    _word(
        "loai", "kind", ("khóm, ấp; xã; thanh niên; cơ quan", "whose team: khóm, ấp (hamlet); xã (commune); thanh niên (youth); cơ quan (agency)"), TEAM_KINDS,
        required=True, title="Loại Tổ", example="khóm, ấp",
    ),
    Column(
        "ten_to", "name", ("tên Tổ", "name of the team"),
        required=True, title="Tên Tổ", example="Tổ công nghệ số cộng đồng Ấp 1", high=160,
    ),
    Column(
        "ma_don_vi", "home_code", ("mã đơn vị của Tổ, hoặc hai cột tiếp theo", "code of the team’s unit, or the next two columns"),
        title="Mã đơn vị",
    ),
    Column(
        "khom_ap", "hamlet", ("tên khóm, ấp của Tổ, cùng với xã, phường", "name of the team’s hamlet, with its commune"),
        title="Khóm, ấp", example="Ấp 1",
    ),
    Column(
        "ma_xa", "commune_code", ("mã hoặc tên xã, phường", "code or name of the commune"),
        title="Xã, phường", example="Xã Lấp Vò", also=("Mã xã, phường", "Xã"),
    ),
    Column(
        "ngay_thanh_lap", "founded_on", ("ngày thành lập", "day of founding"), "day",
        required=True, title="Ngày thành lập", example="15/07/2022",
    ),
    Column(
        "so_quyet_dinh", "decision_number", ("số quyết định thành lập", "number of the founding decision"),
        title="Số quyết định", example="12/QĐ-UBND", high=60,
    ),
    Column("thi_diem", "is_pilot", ("có: Tổ thí điểm", "có (yes): a pilot team"), "yes", title="Thí điểm", example="không"),
)  # fmt: skip
PEOPLE = (
    Column(
        "ho_ten", "name", ("họ và tên", "full name"),
        required=True, title="Họ và tên", example="Nguyễn Thị Lan", high=120,
    ),
    Column(
        "so_dien_thoai", "phone", ("số di động, dùng để đăng nhập", "mobile number, used to sign in"), "phone",
        required=True, title="Số điện thoại", example="0912 345 678",
    ),
    _word(
        "vai_tro", "role", ("tình nguyện viên (mặc định), cán bộ, cán bộ tỉnh", "tình nguyện viên (volunteer; also when blank), cán bộ (officer), cán bộ tỉnh (province)"), ROLES,
        title="Vai trò",
    ),
    Column(
        "dia_ban", "area_codes", ("cán bộ: mã địa bàn, cách nhau dấu ;", "for officers: codes of their areas, with ; between"),
        title="Địa bàn", high=400,
    ),
    Column("ma_to", "team_id", ("số của Tổ trong hệ thống; hoặc ghi Tên Tổ ở cột tiếp theo", "number of the team in the system; or its name in the next column"), title="Mã Tổ"),
    Column(
        "ten_to", "team", ("tên Tổ, cùng với xã, phường nếu trùng tên", "name of the team; with the commune where several have it"),
        title="Tên Tổ", example="Tổ công nghệ số cộng đồng Ấp 1",
    ),
    Column(
        "ma_xa", "commune_code", ("mã hoặc tên xã, phường", "code or name of the commune"),
        title="Xã, phường", example="Xã Lấp Vò", also=("Mã xã, phường", "Xã"),
    ),
    _word(
        "chuc_vu", "member_role", ("tổ trưởng, tổ phó, thành viên (mặc định); Tổ của cơ quan, đơn vị: người phụ trách, phó phụ trách", "tổ trưởng (leader), tổ phó (deputy), thành viên (member; also when blank); of an agency's team người phụ trách (person in charge), phó phụ trách (deputy)"), MEMBER_ROLES,
        title="Chức vụ", example="tổ trưởng", beside=("người phụ trách", "phó phụ trách"),
    ),
    Column(
        "to_chuc", "organisation", ("tổ chức đang tham gia: Đoàn thanh niên, Hội Phụ nữ...", "organisation: Đoàn thanh niên, Hội Phụ nữ..."),
        title="Tổ chức", example="Đoàn thanh niên", high=120,
    ),
    Column(
        "ngay_vao", "joined_on", ("ngày vào Tổ; trống: hôm nay", "day of joining; blank: today"), "day",
        title="Ngày vào Tổ", example="15/07/2022",
    ),
    Column("nu", "is_female", ("có, không; trống: không ghi nhận", "có (yes), không (no); blank: not recorded"), "yes", title="Nữ", example="có"),
    Column(
        "doan_vien", "is_union_member", ("có, không; trống: không ghi nhận", "có (yes), không (no); blank: not recorded"), "yes",
        title="Đoàn viên", example="có",
    ),
)  # fmt: skip

# What the sheet of teams and people that is downloaded tells beside the columns of people, only to
# be read there.
_TEAM = {column.english: column.heading for column in TEAMS}
LED_BY, LED_BY_PHONE = "Tổ trưởng, người phụ trách", "Điện thoại Tổ trưởng, người phụ trách"
ONLY_TO_READ = (
    *(_TEAM[name] for name in ("kind", "decision_number", "founded_on", "hamlet")),
    "Tài khoản", LED_BY, LED_BY_PHONE, "Nguồn",
    "Tổ trưởng", "Điện thoại Tổ trưởng",  # as sheets say that were taken away before
)  # fmt: skip


def explained(columns: tuple[Column, ...]) -> str:
    """The columns as the help text shows them; those that a file must have are starred."""
    lines = [
        f"  {'*' if c.required else ' '} {c.name:<15}{c.english:<18}{c.says[0]}" for c in columns
    ]
    return "\b\n" + "\n".join(lines)
