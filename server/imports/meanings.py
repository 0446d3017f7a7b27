"""What the words in the cells of a file mean; of several with one meaning the first is offered."""

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
    "tổ của cơ quan, đơn vị": "agency",
}  # fmt: skip
ROLES = {
    "tình nguyện viên": "volunteer", "thành viên tổ": "volunteer",
    "cán bộ": "officer", "cán bộ đoàn": "officer",
    "cán bộ tỉnh": "province_staff",
}  # fmt: skip
# An agency's team has no Tổ trưởng.
AGENCY_ROLES = {"người phụ trách": "leader", "phó phụ trách": "deputy", "thành viên": "member"}
MEMBER_ROLES = {
    "tổ trưởng": "leader", "tổ phó": "deputy", "phó tổ trưởng": "deputy",
    "thành viên": "member", "tổ viên": "member",
} | AGENCY_ROLES  # fmt: skip

# What screens leave out of a team's name.
LEFT_OUT = "công nghệ số cộng đồng"


def role_word(role: str, kind: str) -> str:
    """What a member's role is called in a team of a kind."""
    words = AGENCY_ROLES if kind == "agency" else MEMBER_ROLES
    return next(word for word, code in words.items() if code == role)
