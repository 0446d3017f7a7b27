"""The error catalogue: every problem that the API answers with, raised by name.

`raise problems.SESSION_CONFLICT()` anywhere below a route becomes RFC 9457
`application/problem+json`; `problems.invalid(field_error("/date", "in_future", ...))` adds JSON
Pointers. Texts are Vietnamese, and English where the reader asks for it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class FieldError:
    """One thing wrong at one place of the body. `code` is a key of `FIELD_TEXTS`."""

    pointer: str
    code: str
    params: tuple[tuple[str, Any], ...] = ()

    def render(self, english: bool) -> dict:
        text = FIELD_TEXTS[self.code][english]
        return {
            "pointer": self.pointer,
            "code": self.code,
            "detail": text.format(**{name: _said(value, english) for name, value in self.params}),
        }


class Problem(Exception):
    """A problem on its way to the client."""

    def __init__(self, kind: "Kind", errors: Iterable[FieldError] = (), **extra: Any):
        super().__init__(kind.code)
        self.kind, self.errors, self.extra = kind, list(errors), extra
        self.headers: dict[str, str] = {}

    def with_headers(self, **headers: str) -> "Problem":
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}
        return self

    def render(self, english: bool) -> dict:
        text = self.kind.english if english else self.kind.vietnamese
        extra = {name: _said(value, english) for name, value in self.extra.items()}
        body = {
            "type": f"/problems/{self.kind.code}",
            "title": _filled(text.split(". ")[0].rstrip("."), extra),
            "status": self.kind.status,
            "detail": _filled(text, extra),
            "code": self.kind.code,
            "retryable": self.kind.retryable,
            **extra,
        }
        if self.errors:
            body["errors"] = [error.render(english) for error in self.errors]
        return body


def _filled(text: str, values: dict) -> str:
    return text.format(**values) if "{" in text else text


@dataclass(frozen=True)
class Words:
    """A value that is said in both languages."""

    vietnamese: str
    english: str

    def render(self, english: bool) -> str:
        return self.english if english else self.vietnamese


def _said(value: Any, english: bool) -> Any:
    """A value as the reader has it: one that has two languages says of itself how it reads."""
    if isinstance(value, list):
        return [_said(one, english) for one in value]
    return value.render(english) if hasattr(value, "render") else value


@dataclass(frozen=True)
class Kind:
    """One entry of the catalogue; calling it makes the problem to raise."""

    status: int
    code: str
    vietnamese: str
    english: str
    retryable: bool = field(default=False)

    def __call__(self, errors: Iterable[FieldError] = (), **extra: Any) -> Problem:
        return Problem(self, errors, **extra)


def field_error(pointer: str, code: str, **params: Any) -> FieldError:
    return FieldError(pointer, code, tuple(params.items()))


def invalid(*errors: FieldError) -> Problem:
    """422: the shape may be right, the content is not."""
    return INVALID(errors)


BAD_REQUEST = Kind(400, "bad_request", "Yêu cầu không đọc được.", "The request cannot be read.")
BAD_JSON = Kind(400, "bad_json", "Nội dung gửi lên không phải JSON hợp lệ.", "The body is not valid JSON.")
BAD_CURSOR = Kind(400, "bad_cursor", "Dấu trang không còn dùng được. Vui lòng mở lại danh sách.", "The cursor is not usable. Open the list again.")
SIGN_IN_FAILED = Kind(401, "sign_in_failed", "Số điện thoại hoặc mã PIN, mật khẩu chưa đúng. Còn {tries_left} lần thử.", "Phone, PIN or password is wrong. {tries_left} tries left.")
TOKEN_MISSING = Kind(401, "token_missing", "Bạn cần đăng nhập.", "Please sign in.")
TOKEN_INVALID = Kind(401, "token_invalid", "Phiên đăng nhập không hợp lệ. Vui lòng đăng nhập lại.", "The sign-in is not valid. Please sign in again.")
TOKEN_EXPIRED = Kind(401, "token_expired", "Phiên đăng nhập đã hết hạn.", "The sign-in has expired.")
TOKEN_REVOKED = Kind(401, "token_revoked", "Phiên đăng nhập đã bị thu hồi. Vui lòng đăng nhập lại.", "The sign-in was revoked. Please sign in again.")
CSRF_FAILED = Kind(403, "csrf_failed", "Yêu cầu thiếu mã bảo vệ. Vui lòng thử lại.", "The protection token is missing. Please try again.", retryable=True)
FORBIDDEN = Kind(403, "forbidden", "Bạn không có quyền làm việc này.", "You may not do this.")
SECRET_MUST_CHANGE = Kind(403, "secret_must_change", "Bạn đang dùng mã tạm. Vui lòng đặt mã PIN hoặc mật khẩu mới trước.", "You signed in with a one-time code. Choose a new secret first.")
OUTSIDE_AREA = Kind(403, "outside_area", "Bạn không có quyền xem địa bàn này.", "You do not have access to this area.")
LEVEL_ABOVE = Kind(403, "level_above", "Buổi do cán bộ nhập thay do cấp trên duyệt.", "A session entered by an officer is reviewed by the level above.")
IN_OTHER_HANDS = Kind(403, "in_other_hands", "Người này còn ở Tổ thuộc địa bàn khác, nên bạn không làm được việc này. Nhờ cán bộ cấp trên, người phụ trách tất cả các Tổ đó.", "This person is in a team of another area too. Ask an officer above, who answers for all of their teams.")
MOVED_ON = Kind(403, "moved_on", "{name} đang ở Tổ thuộc địa bàn khác. Gửi lời mời vào Tổ để {name} tự nhận, hoặc nhờ cán bộ cấp trên.", "{name} is in a team of another area now. Send an invitation for them to accept, or ask an officer above.")
CLAIM_BY_OFFICE = Kind(403, "claim_by_office", "Số điện thoại này còn có tên ở Tổ khác hoặc với vai trò cao hơn. Nhờ cán bộ phụ trách tất cả các Tổ đó đồng ý thay bạn.", "This number stands on another team’s roster too, or in a higher role. Ask an officer who answers for all of those teams to say yes.")
OWN_SESSION = Kind(403, "own_session", "Bạn không tự duyệt buổi do mình ghi hoặc nhập. Cấp trên sẽ duyệt.", "Nobody reviews their own session; the level above does.")
NOT_FOUND = Kind(404, "not_found", "Không tìm thấy nội dung này.", "Not found.")
SESSION_NOT_FOUND = Kind(404, "session_not_found", "Không tìm thấy buổi này hoặc buổi đã bị xóa.", "Session not found or removed.")
METHOD_NOT_ALLOWED = Kind(405, "method_not_allowed", "Cách gọi này không được hỗ trợ.", "This method is not supported.")
NOT_ACCEPTABLE = Kind(406, "not_acceptable", "Không có định dạng được yêu cầu.", "The requested format is not available.")
SESSION_CONFLICT = Kind(409, "session_conflict", "Mã buổi này đã được dùng cho nội dung khác. Bản đã nhận được giữ nguyên.", "This id already holds another content. What was received is kept.")
STATE_CONFLICT = Kind(409, "state_conflict", "Buổi đang ở tình trạng “{state_label}” nên không {action_label} được.", "The session is “{state_label}”, so it cannot {action_label}.")
ASKED_ALREADY = Kind(409, "asked_already", "Buổi này đã có lời xin mở lại, đang chờ cán bộ xem. Nếu cần nói thêm, vui lòng gọi cán bộ.", "Somebody has asked to reopen this session already, and an officer will look at it. Call the officer to add something.")
ASKED_BEFORE = Kind(409, "asked_before", "Cán bộ đã xem và trả lời lời xin này. Nếu buổi vẫn cần sửa, vui lòng ghi rõ hơn cần sửa gì.", "An officer has read and answered this already. If it still needs a correction, say more about it.")
ASKED_ENOUGH = Kind(409, "asked_enough", "Buổi này đã xin mở lại {times} lần và cán bộ đều đã xem. Nếu vẫn cần sửa, vui lòng gọi cán bộ.", "This session was asked back {times} times and each was answered. If it still needs a correction, call your officer.")
WRONG_USER = Kind(409, "wrong_user", "Máy này đang đăng nhập tên người khác. Chưa có gì được nhận.", "Somebody else is signed in. Nothing was stored.")
INVITATION_UNKNOWN = Kind(404, "invitation_unknown", "Không có lời mời nào với mã này. Vui lòng xem lại mã hoặc xin mã mới.", "No invitation has this code.")
INVITATION_USED = Kind(409, "invitation_used", "Lời mời này đã có người dùng. Vui lòng xin lời mời mới.", "This invitation has been used.")
TEAM_HAS_LEADER = Kind(409, "team_has_leader", "Lời mời này để làm {lead}, nhưng Tổ đã có {lead}. Vui lòng xin lời mời làm thành viên.", "This invitation is for the team’s {lead}, and the team has one by now. Ask for an invitation as a member.")
IMPORT_CONFLICT = Kind(409, "import_conflict", "Mã lần nhập này đã dùng cho tệp khác.", "This id already holds another file.")
IMPORT_NOT_READY = Kind(409, "import_not_ready", "Tệp này còn dòng lỗi hoặc đã được hoàn tác nên chưa nhập được.", "This file has faulty rows or was undone, so it cannot be written.")
IMPORT_CHANGED = Kind(409, "import_changed", "Dữ liệu trong hệ thống đã thay đổi từ lúc kiểm tra tệp. Chưa có gì được ghi, vui lòng kiểm tra lại tệp.", "The data changed since the file was checked. Nothing was written; check the file again.")
IMPORT_IN_USE = Kind(409, "import_in_use", "Chưa hoàn tác được, chưa có gì thay đổi.", "This cannot be undone yet; nothing was changed.")
IMPORT_HAS_UNSENT = Kind(409, "import_has_unsent", "Máy của người trong tệp báo còn {n} buổi chưa gửi. Nhờ gửi hết trước khi hoàn tác.", "Devices of the people in the file still hold {n} unsent session(s). Have them sent before it is undone.")
TEAM_HAS_UNSENT = Kind(409, "team_has_unsent", "Máy của người trong Tổ báo còn {n} buổi chưa gửi. Nhờ gửi hết trước khi xóa Tổ.", "Devices of its people still hold {n} unsent session(s). Have them sent before the team is deleted.")
TEAM_IN_USE = Kind(409, "team_in_use", "Tổ này đã có buổi nên không xóa được. Khi Tổ thôi hoạt động, dùng “Ghi ngày ngừng hoạt động”.", "This team has sessions and cannot be deleted. When it is no more, give it the day it ended.")
TAKEN = Kind(409, "taken", "Nội dung này đã có.", "This exists already.")
SESSION_WITHDRAWN = Kind(410, "session_withdrawn", "Buổi này đã được hủy.", "This session was withdrawn.")
IMPORT_GONE = Kind(410, "import_gone", "Nội dung tệp chỉ giữ 30 ngày và đã được xóa. Vui lòng chọn lại tệp.", "The file’s content is kept for 30 days and is gone. Choose the file again.")
INVITATION_GONE = Kind(410, "invitation_gone", "Lời mời này đã hết hạn hoặc đã bị thu hồi. Vui lòng xin lời mời mới.", "This invitation has expired or was revoked.")
LENGTH_REQUIRED = Kind(411, "length_required", "Thiếu độ dài nội dung (Content-Length).", "Content-Length is required.")
PHOTO_CONFLICT = Kind(409, "photo_conflict", "Mã ảnh này đã dùng cho ảnh khác.", "This id already holds another photo.")
TOO_MANY_PHOTOS = Kind(409, "too_many_photos", "Mỗi buổi kèm tối đa {most} ảnh.", "A session has at most {most} photos.")
PHOTO_NOT_AT_HOME = Kind(409, "photo_not_at_home", "Buổi đến từng nhà không kèm ảnh.", "No photos of home visits.")
STALE = Kind(412, "stale", "Nội dung vừa được người khác thay đổi. Vui lòng xem bản mới rồi làm lại.", "It was changed meanwhile. Look at the new version and try again.")
TOO_LARGE = Kind(413, "too_large", "Nội dung gửi lên quá lớn.", "The body is too large.")
UNSUPPORTED_MEDIA = Kind(415, "unsupported_media", "Chỉ nhận nội dung JSON.", "Only JSON is accepted.")
PHOTO_TYPE = Kind(415, "photo_type", "Chỉ nhận ảnh JPEG, PNG hoặc WebP.", "Only JPEG, PNG or WebP photos are accepted.")
FILE_TYPE = Kind(415, "file_type", "Chỉ nhận tệp CSV hoặc XLSX.", "Only CSV or XLSX files are accepted.")
IMPORT_UNREADABLE = Kind(422, "import_unreadable", "Không đọc được tệp: {why}.", "The file cannot be read: {why}.")
IMPORT_OTHER_KIND = Kind(422, "import_other_kind", "Đây có vẻ là {seems}.", "This looks like {seems}.")
PHOTO_UNREADABLE = Kind(422, "photo_unreadable", "Không đọc được ảnh này. Vui lòng chọn ảnh khác.", "This photo cannot be read. Choose another.")
INVALID = Kind(422, "invalid", "Có nội dung cần sửa. Chưa có gì bị thay đổi.", "Something needs correction. Nothing was changed.")
UNIT_NOT_ON_MAP = Kind(422, "unit_not_on_map", "Đơn vị này không có vào ngày đã chọn.", "This unit does not exist on the chosen day.")
IF_MATCH_MISSING = Kind(428, "if_match_missing", "Thiếu phiên bản đang sửa (If-Match).", "If-Match is required.")
TOO_MANY_TRIES = Kind(429, "too_many_tries", "Tạm khóa vì nhập sai nhiều lần. Vui lòng thử lại sau {minutes} phút, hoặc nhờ cán bộ cấp mã mới.", "Too many wrong tries. Try again in {minutes} minutes or ask your officer for a code.", retryable=True)
TOO_MANY_REQUESTS = Kind(429, "too_many_requests", "Đang có quá nhiều yêu cầu. Vui lòng thử lại sau.", "Too many requests. Try again later.", retryable=True)
SERVER_ERROR = Kind(500, "server_error", "Hệ thống gặp lỗi. Nội dung của bạn chưa được nhận, vui lòng thử lại.", "The server failed. Nothing was received; please try again.", retryable=True)
BUSY = Kind(503, "busy", "Hệ thống đang bận. Vui lòng thử lại sau ít phút.", "The system is busy. Please try again shortly.", retryable=True)

BY_STATUS = {
    400: BAD_REQUEST, 401: TOKEN_MISSING, 403: FORBIDDEN, 404: NOT_FOUND, 405: METHOD_NOT_ALLOWED,
    406: NOT_ACCEPTABLE, 409: TAKEN, 412: STALE, 413: TOO_LARGE, 415: UNSUPPORTED_MEDIA,
    422: INVALID, 428: IF_MATCH_MISSING, 429: TOO_MANY_TRIES, 503: BUSY,
}  # fmt: skip

# code: (Vietnamese, English). Numbers of the case at hand stand in braces.
FIELD_TEXTS: dict[str, tuple[str, str]] = {
    "required": ("Vui lòng nhập nội dung này.", "This is required."),
    "null": ("Nội dung này không được để trống.", "This must not be null."),
    "unknown": ("Không có mục này.", "Unknown field."),
    "wrong_type": ("Kiểu dữ liệu không đúng.", "Wrong type."),
    "not_integer": ("Chỉ nhập số nguyên, ví dụ 25.", "Whole numbers only, such as 25."),
    "not_date": ("Ngày không hợp lệ.", "Not a valid date."),
    "not_time": ("Giờ không hợp lệ.", "Not a valid time."),
    "not_uuid": ("Mã không hợp lệ.", "Not a valid UUID."),
    "no_such_decision": ("Ở đây chỉ có thể là: {decisions}.", "Only these are possible here: {decisions}."),
    "not_one_of": ("Giá trị này không có trong danh mục.", "Not in the catalogue."),
    "out_of_range": ("Số phải từ {min} đến {max}.", "Must be between {min} and {max}."),
    "too_long": ("Tối đa {max} ký tự.", "At most {max} characters."),
    "too_short": ("Ít nhất {min} ký tự.", "At least {min} characters."),
    "too_many": ("Tối đa {max} mục.", "At most {max} items."),
    "bad_character": ("Có ký tự không dùng được.", "Holds a character that is not allowed."),
    "not_a_name": ("“{text}” không phải tên; bắt đầu bằng chữ hoặc số.", "“{text}” is no name; begin with a letter or a digit."),
    "repeated": ("Mục này bị lặp lại.", "Repeated."),
    "not_allowed_here": ("Không dùng mục này trong trường hợp này.", "Not allowed here."),
    "assisted_exceeds_participants": ("Số được hướng dẫn ({assisted}) không được lớn hơn tổng lượt người ({participants}).", "Guided ({assisted}) cannot exceed total people ({participants})."),
    "completed_exceeds_assisted": ("Số thành công ({completed}) không được lớn hơn số được hướng dẫn ({assisted}).", "Completed ({completed}) cannot exceed guided ({assisted})."),
    "part_exceeds_participants": ("Số này ({part}) không được lớn hơn tổng lượt người ({participants}).", "This part ({part}) cannot exceed total people ({participants})."),
    "services_required": ("Chọn ít nhất một nội dung hướng dẫn.", "Choose at least one service."),
    "in_future": ("Ngày diễn ra không được sau hôm nay ({today}).", "The date cannot be after today ({today})."),
    "before_programme": ("Chương trình bắt đầu từ ngày {start}.", "The programme starts on {start}."),
    "before_founding": ("Ngày {date} trước ngày thành lập Tổ ({founded}).", "{date} is before the team was founded ({founded})."),
    "after_dissolution": ("Tổ đã ngừng hoạt động từ ngày {dissolved}.", "The team was dissolved on {dissolved}."),
    "team_not_then": ("Ngày {date} nằm ngoài thời gian hoạt động của Tổ.", "A team of this session was not there on {date}."),
    "worked_before": ("Tổ đã có buổi ngày {first}. Chọn ngày thành lập từ ngày đó trở về trước.", "The team has a session on {first}. Choose that day or an earlier one."),
    "worked_after": ("Tổ đã có buổi ngày {last}. Chọn ngày ngừng hoạt động sau ngày đó.", "The team has a session on {last}. Choose a later day."),
    "unit_not_then": ("Đơn vị này không có vào ngày {date}.", "This unit did not exist on {date}."),
    "outside_team_area": ("Nơi này ngoài địa bàn của Tổ vào ngày {date}.", "This place is outside the team's area on {date}."),
    "no_such_place": ("Không tìm thấy đơn vị hành chính này.", "No such administrative unit."),
    "no_such_team": ("Không tìm thấy Tổ này trong địa bàn của bạn.", "No such team in your area."),
    "not_a_hamlet": ("Chỉ chọn khóm, ấp.", "Only hamlets."),
    "no_such_session": ("Không tìm thấy buổi này trong địa bàn của bạn.", "No such session in your area."),
    "not_same_day": ("Chỉ gộp được hai buổi cùng ngày.", "Only sessions of the same day can be merged."),
    "no_such_person": ("Không tìm thấy người này.", "No such person."),
    "no_such_venue": ("Không tìm thấy địa điểm này.", "No such venue."),
    "note_has_identity": ("Ghi chú có vẻ chứa số CCCD hoặc số thẻ. Vui lòng xóa thông tin cá nhân của người dân.", "The note seems to contain an ID or card number. Please remove it."),
    "reason_required": ("Chọn ít nhất một lý do.", "Give at least one reason."),
    "comment_required": ("Vui lòng ghi rõ lý do.", "Please explain."),
    "not_phone": ("Số điện thoại gồm 10 chữ số, bắt đầu bằng 0.", "A phone number has 10 digits and starts with 0."),
    "phone_taken": ("Số điện thoại này đã có người dùng.", "This phone number is in use."),
    "phone_of_officer": ("Số này là của cán bộ. Cán bộ không vào Tổ; dùng số của thành viên.", "This number is an officer’s. Officers are in no team; use the member’s own number."),
    "phone_of_another": ("Số này là của {name}. Nếu đúng người, ghi đúng tên {name}; nếu không, kiểm tra lại số.", "This number is {name}’s. If it is them, enter that name; if not, check the number."),
    "added_in_team": ("Thành viên được thêm ở trang của Tổ.", "Volunteers are added on the page of their team."),
    "person_locked": ("Tài khoản của {name} đang bị khóa. Mở khóa ở trang của {name} trước.", "{name}’s account is disabled. Enable it on their page first."),
    "phone_locked": ("Số này là của {name}, tài khoản đang bị khóa. Mở khóa ở trang của {name} trước, rồi thêm lại.", "This number is {name}’s, whose account is disabled. Enable it on their page first, then add them again."),
    "phone_in_use": ("Số điện thoại này đã có tài khoản. Nhập mã PIN đang dùng của số này, hoặc nhờ cán bộ cấp mã tạm.", "This number has an account. Enter its present PIN, or ask your officer for a code."),
    "weak_pin": ("Mã PIN dễ đoán. Chọn 6 số khác, không dùng 123456 hay một phần số điện thoại.", "This PIN is easy to guess. Choose another."),
    "weak_password": ("Mật khẩu cần ít nhất 12 ký tự và không nằm trong số điện thoại.", "A password needs at least 12 characters."),
    "last_administrator": ("Phải còn ít nhất một quản trị hệ thống.", "At least one system administrator must remain."),
    "not_yourself": ("Bạn không tự khóa tài khoản của mình được. Hãy nhờ một quản trị khác.", "You cannot disable your own account."),
    "not_their_area": ("Người bàn giao không phụ trách địa bàn này vào ngày đã chọn.", "Not an area of theirs on that day."),
    "too_far_ahead": ("Chọn ngày không sau {latest}.", "Choose a day up to {latest}."),
    "before_begun": ("Chọn ngày từ {begun} trở đi.", "Choose a day from {begun} on."),
    "has_leader": ("{name} là {lead} từ ngày {since}. Mỗi Tổ có một {lead}; để thay người, dùng “Đổi {lead}”.", "{name} leads this team from {since}. A team has one {lead}; to put somebody else in their place, hand the lead over."),
    "leads_later": ("{name} sẽ là {lead} từ ngày {since}. Sửa vai trò của {name} trước, hoặc chọn ngày sau đó.", "{name} is to lead from {since}. Change that first, or choose a later day."),
    "team_name_taken": ("Ở địa bàn này đã có Tổ tên như vậy. Thêm số để phân biệt, ví dụ “(2)”.", "A team at this place has this name. Tell them apart, such as by “(2)”."),
    "overlaps": ("Người này đã ở trong Tổ vào những ngày đó.", "They are in the team on these days already."),
    "wrong_secret": ("Mã PIN hoặc mật khẩu hiện tại chưa đúng.", "The present PIN or password is wrong."),
    "wrong_role": ("Bạn chỉ tạo được người dùng có vai trò thấp hơn mình.", "Only roles below your own."),
    "outside_your_area": ("Nơi này ngoài địa bàn của bạn.", "This is outside your area."),
    "not_period": ("Kỳ không hợp lệ. Ví dụ: 2024, 2024-H1, 2024-Q1, 2024-03.", "Not a period. Examples: 2024, 2024-H1, 2024-Q1, 2024-03."),
    "not_begun": ("Kỳ này chưa bắt đầu (hôm nay là {today}). Chọn kỳ hiện tại hoặc kỳ đã qua.", "This period has not begun (today is {today}). Choose the present one or one before."),
    "wrong_order": ("Ngày cuối trước ngày đầu.", "The last day is before the first."),
    "period_too_long": ("Khoảng thời gian quá dài.", "The range is too long."),
}  # fmt: skip
