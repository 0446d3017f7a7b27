"""The columns of every file that can be imported: one table, from which reading, checking and the
help text all work."""

from collections.abc import Mapping
from dataclasses import dataclass

LEVELS = {
    "tỉnh": "province", "thành phố trực thuộc trung ương": "province",
    "huyện": "district", "cụm": "district",
    "xã": "commune", "phường": "commune", "thị trấn": "commune", "đặc khu": "commune",
    "khóm": "hamlet", "ấp": "hamlet", "khóm, ấp": "hamlet", "khu phố": "hamlet", "thôn": "hamlet",
}  # fmt: skip
TEAM_KINDS = {
    "khóm, ấp": "hamlet", "ấp": "hamlet", "khóm": "hamlet", "tổ khóm, ấp": "hamlet",
    "xã": "commune", "cấp xã": "commune", "phường": "commune", "tổ cấp xã": "commune",
    "thanh niên": "youth", "tổ thanh niên": "youth",
    "cơ quan": "agency", "đơn vị": "agency", "cơ quan, đơn vị": "agency",
}  # fmt: skip
ROLES = {
    "tình nguyện viên": "volunteer", "thành viên tổ": "volunteer",
    "cán bộ": "officer", "cán bộ đoàn": "officer",
    "cán bộ tỉnh": "province_staff",
}  # fmt: skip
MEMBER_ROLES = {
    "tổ trưởng": "leader", "tổ phó": "deputy", "phó tổ trưởng": "deputy",
    "thành viên": "member", "tổ viên": "member",
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Column:
    """`name` and `english` are the headings it may have; `kind`: text, day, whole, yes, phone, or
    word with `words` -> code. The codes themselves are understood too."""

    name: str
    english: str
    says: str
    kind: str = "text"
    required: bool = False
    words: Mapping[str, str] | None = None


def _word(name: str, english: str, says: str, words: Mapping[str, str], **more) -> Column:
    return Column(name, english, says, "word", words=words, **more)


_SINCE = Column("tu_ngay", "valid_from", "có từ ngày; trống: từ trước đến nay", "day")
_UNTIL = Column("den_ngay", "valid_to", "đến hết ngày trước ngày này; trống: đến nay", "day")
_PEOPLE = (
    Column("dan_so", "population", "dân số", "whole"),
    Column("so_ho", "households", "số hộ", "whole"),
    Column("tiep_noi", "continues", "có: vẫn là đơn vị đó, đổi tên hoặc đổi cấp trên", "yes"),
    Column("minh_hoa", "is_demo", "có: tên do người làm phần mềm đặt", "yes"),
)
UNITS = (
    Column("ma", "code", "mã đơn vị hành chính", required=True),
    Column("ten", "name", "tên đầy đủ, ví dụ Xã Lấp Vò", required=True),
    Column("loai", "kind", "tỉnh, huyện, xã, phường, thị trấn, cụm...", required=True),
    _word("cap", "level", "tỉnh, huyện, xã, ấp", LEVELS, required=True),
    Column("ma_cap_tren", "parent_code", "mã đơn vị cấp trên vào ngày bắt đầu"),
    _SINCE,
    _UNTIL,
    Column("can_cu", "legal_basis", "nghị quyết, quyết định"),
    *_PEOPLE,
)
SUCCESSIONS = (
    Column("ngay", "effective_date", "ngày có hiệu lực", "day", required=True),
    Column("hinh_thuc", "kind", "merge, split, rename, cluster...", required=True),
    Column("ma_cu", "old_code", "mã đơn vị cũ vào ngày trước đó", required=True),
    Column("ma_moi", "new_code", "mã đơn vị mới; trống: bỏ cấp"),
    Column("ma_cu_tu_ngay", "old_valid_from", "không dùng: mã cũ tính vào ngày trước đó"),
    Column("ma_moi_tu_ngay", "new_valid_from", "không dùng: mã mới tính vào ngày đó"),
    Column("can_cu", "legal_basis", "nghị quyết, quyết định"),
)
HAMLETS = (
    Column("ten", "name", "tên khóm, ấp, ví dụ Ấp 1", required=True),
    Column("loai", "kind", "khóm, ấp, khu phố; trống: chữ đầu của tên"),
    Column("ma_xa", "commune_code", "mã xã, phường (vào ngày --on)", required=True),
    Column("ma_xa_cu", "old_commune_code", "mã xã trước khi sắp xếp, nếu muốn có lịch sử"),
    Column("ma", "code", "mã riêng của khóm, ấp; trống: tự đặt"),
    *_PEOPLE[:2],
    _PEOPLE[3],
)
TEAMS = (
    _word("loai", "kind", "khóm, ấp; xã; thanh niên; cơ quan", TEAM_KINDS, required=True),
    Column("ten_to", "name", "tên Tổ", required=True),
    Column("ma_don_vi", "home_code", "mã đơn vị của Tổ (vào ngày --on)"),
    Column("khom_ap", "hamlet", "hoặc: tên khóm, ấp của Tổ, cùng với ma_xa"),
    Column("ma_xa", "commune_code", "mã xã (vào ngày --on)"),
    Column("ngay_thanh_lap", "founded_on", "ngày thành lập", "day", required=True),
    Column("so_quyet_dinh", "decision_number", "số quyết định thành lập"),
    Column("thi_diem", "is_pilot", "có: Tổ thí điểm", "yes"),
)
PEOPLE = (
    Column("ho_ten", "name", "họ và tên", required=True),
    Column("so_dien_thoai", "phone", "số di động, dùng để đăng nhập", "phone", required=True),
    _word("vai_tro", "role", "tình nguyện viên (mặc định), cán bộ, cán bộ tỉnh", ROLES),
    Column("dia_ban", "area_codes", "cán bộ: mã địa bàn (vào ngày --on), cách nhau dấu ;"),
    Column("ma_to", "team_id", "số của Tổ trong hệ thống", "whole"),
    Column("ten_to", "team", "hoặc: tên Tổ, cùng với ma_xa nếu trùng tên"),
    Column("ma_xa", "commune_code", "mã xã của Tổ (vào ngày --on)"),
    _word("chuc_vu", "member_role", "tổ trưởng, tổ phó, thành viên (mặc định)", MEMBER_ROLES),
    Column("to_chuc", "organisation", "Đoàn thanh niên, Hội Phụ nữ..."),
    Column("ngay_vao", "joined_on", "ngày vào Tổ; trống: hôm nay", "day"),
    Column("nu", "is_female", "có, không; trống: không ghi nhận", "yes"),
    Column("doan_vien", "is_union_member", "có, không; trống: không ghi nhận", "yes"),
)


def explained(columns: tuple[Column, ...]) -> str:
    """The columns as the help text shows them; those that a file must have are starred."""
    lines = [f"  {'*' if c.required else ' '} {c.name:<15}{c.english:<18}{c.says}" for c in columns]
    return "\b\n" + "\n".join(lines)
