"""What each figure is called on paper and what it means: one table, from which the column headings
and the workbook's sheet of definitions are both written."""

from server.figures.frame import UNDIVIDED, Frame, level_name, row_label
from server.periods import Period, elapsed
from server.reports.writing import days

# figure, as the API calls it: (heading, definition); what stands in braces is the workbook's own.
DEFINITIONS: dict[str, tuple[str, str]] = {
    "hamlets_with_team": (
        "Khóm, ấp có Tổ",
        "Số khóm, ấp có ít nhất một Tổ công nghệ số cộng đồng cấp khóm, ấp, chia cho số khóm, ấp;"
        " cả hai vào ngày {day}. Khóm, ấp có hai Tổ tính một.",
    ),
    "communes_with_team": (
        "Xã có Tổ cấp xã",
        "Số xã, phường, thị trấn có Tổ cấp xã, chia cho số xã, phường, thị trấn; vào ngày {day}.",
    ),
    "youth_teams": ("Tổ thanh niên", "Số Tổ thanh niên chuyển đổi số vào ngày {day}."),
    "members": (
        "Số thành viên",
        "Số thành viên của mọi Tổ vào ngày {day}; người ở hai Tổ tính ở cả hai.",
    ),
    "members.female": ("Nữ", "Số thành viên là nữ; chỉ trong số thành viên có ghi mục này."),
    "members.union": (
        "Đoàn viên",
        "Số thành viên là đoàn viên; chỉ trong số thành viên có ghi mục này.",
    ),
    "members.recorded": (
        "Có ghi",
        "Số thành viên có ghi nhận mục đứng trước; không ai có ghi thì ô để trống.",
    ),
    "active_teams": (
        "Tổ có hoạt động",
        "Số Tổ chủ trì hoặc cùng làm ít nhất một buổi trong kỳ, chia cho số Tổ có ít nhất một ngày"
        " tồn tại trong kỳ. {counted}",
    ),
    "sessions.all": (
        "Tổng số buổi",
        "Số buổi diễn ra trong kỳ, mọi hình thức, xếp theo ngày và nơi diễn ra. Buổi nhiều Tổ cùng"
        " làm tính một lần. {counted} Báo cáo không phát sinh không phải là buổi.",
    ),
    "joined": (
        "Cùng tổ chức",
        "Số buổi do Tổ khác chủ trì mà Tổ cùng tổ chức, kể cả buổi đã gộp; mỗi Tổ tính một. Buổi và"
        " lượt người chỉ tính một lần, ở Tổ chủ trì, nên cột này không cộng vào tổng số buổi.",
    ),
    "sessions.outing": (
        "Ra quân",
        "Số buổi có hình thức ra quân hướng dẫn (lượt ra quân). Buổi đến từng nhà, tại chợ, tuyến"
        " phố tính ở hình thức của mình.",
    ),
    "sessions.training_class": (
        "Lớp tập huấn",
        "Số buổi có hình thức lớp tập huấn, cho mọi đối tượng.",
    ),
    "staff_classes": (
        "Lớp cho Tổ, cán bộ",
        "Trong số lớp tập huấn: lớp có đối tượng là thành viên Tổ hoặc cán bộ, công chức. Số còn"
        " lại là lớp cho người dân hoặc nhiều đối tượng.",
    ),
    "sessions.home_visit": ("Đến từng nhà", "Số buổi đến hướng dẫn tại nhà người dân."),
    "sessions.help_point": (
        "Điểm cố định",
        "Số buổi hỗ trợ tại điểm cố định (một cửa, nhà văn hóa).",
    ),
    "other_types": (
        "Hình thức khác",
        "Tổng số buổi tại chợ, tuyến phố; lồng ghép; trực tuyến; tuyên truyền.",
    ),
    "participants": (
        "Lượt người được hướng dẫn",
        "Tổng lượt người dân, hộ kinh doanh, học sinh tham gia các buổi. Đây là lượt, không phải số"
        " người: một người dự ba buổi là ba lượt. Thành viên Tổ và cán bộ không tính; buổi nhiều"
        " đối tượng trừ phần thành viên Tổ và cán bộ.",
    ),
    "female": ("Nữ", "Lượt phụ nữ trong số lượt người được hướng dẫn."),
    "elderly": ("Người cao tuổi", "Lượt người từ đủ 60 tuổi trong số lượt người được hướng dẫn."),
    "households": ("Số hộ", "Số hộ được đến tận nhà; một hộ đến hai lần tính hai."),
    "recorded": (
        "Số buổi có ghi",
        "Số buổi có ghi nhận mục đứng trước. Để trống khác với 0: để trống là không ghi nhận, 0 là"
        " đã đếm và không có. Mục không buổi nào ghi nhận thì ô để trống.",
    ),
    "services.assisted": (
        "Được hướng dẫn",
        "Lượt hướng dẫn về dịch vụ, tính cho người dân, hộ kinh doanh, học sinh và buổi nhiều đối"
        " tượng. Một người học hai dịch vụ là hai lượt hỗ trợ, vì vậy tổng các dịch vụ là lượt hỗ"
        " trợ, không phải lượt người.",
    ),
    "services.completed": (
        "Thành công",
        "Số lượt (hoặc hộ, hồ sơ, sản phẩm) thành công ngay tại buổi, theo định nghĩa của từng dịch"
        " vụ.",
    ),
    "services.rate": (
        "Tỷ lệ thành công",
        "Thành công chia cho được hướng dẫn, chỉ lấy các buổi có ghi số thành công của dịch vụ đó."
        " Dịch vụ đếm hồ sơ, sản phẩm không có tỷ lệ.",
    ),
    "year_to_date": ("Lũy kế từ đầu năm", "Tính {year}. {year_begins}"),
    "year_before": ("Cùng kỳ năm trước", "Tính {before}.{running}"),
    "change": (
        "So với cùng kỳ (±%)",
        "Mức tăng, giảm so với cùng kỳ năm trước, tính bằng %. Cùng kỳ dưới 10 thì ô để trống vì tỷ"
        " lệ không có nghĩa; số của cùng kỳ đứng ở cột bên cạnh.",
    ),
}
# Columns that only the file for machines has.
HEADINGS = {
    "sessions.market_street": "Tại chợ, tuyến phố",
    "sessions.combined_meeting": "Lồng ghép",
    "sessions.online": "Trực tuyến",
    "sessions.broadcast": "Tuyên truyền",
    "team_members_trained": "Lượt thành viên Tổ được tập huấn",
    "first_time": "Lượt lần đầu",
    "districts_with_youth_team": "Huyện, cụm có Tổ thanh niên",
    "hamlets_reached": "Khóm, ấp được tiếp cận",
    "on_time": "Buổi gửi đúng hạn",
    "pending": "Buổi chờ duyệt",
}
COUNTED = {
    "official": "Chỉ tính buổi đã duyệt; không tính buổi chờ duyệt, bị trả lại, không công nhận, đã"
    " hủy, đã gộp vào buổi khác, đã hoàn tác nhập tệp.",
    "provisional": "Tính buổi đã duyệt và buổi chờ duyệt; không tính buổi bị trả lại, không công"
    " nhận, đã hủy, đã gộp vào buổi khác, đã hoàn tác nhập tệp.",
}
YEARS = {
    "calendar": "Năm tính theo lịch, từ ngày 01/01.",
    "nd09": "Năm báo cáo theo Nghị định 09/2019/NĐ-CP bắt đầu ngày 15/12 năm trước.",
}
RUNNING = " Kỳ báo cáo chưa hết nên chỉ so với bấy nhiêu ngày."
OF_NO_ROW = {
    "district": "buổi toàn tỉnh",
    "commune": "buổi toàn huyện, cụm",
    "hamlet": "buổi toàn xã",
    "team": "số khóm, ấp và số xã",
}


def heading(figure: str) -> str:
    """What a figure is called on paper."""
    return HEADINGS.get(figure) or DEFINITIONS[figure][0]


def of_workbook(
    frame: Frame, spans: dict[str, Period], *, is_undivided: bool
) -> list[tuple[str, str]]:
    """The sheet of definitions: what everything means in the workbook of a frame with these spans.
    `is_undivided`: whether a line holds what belongs to no unit's."""
    day = frame.stock_day
    told = {
        "day": f"{day:%d/%m/%Y}",
        "counted": COUNTED[frame.state],
        "year": days(elapsed(spans["year"], day)),
        "year_begins": YEARS[frame.period.basis],
        "before": days(spans["before"]),
        "running": RUNNING if day < frame.period.end else "",
    }
    found = [
        (_named(key), text.format_map(told))
        for key, (_, text) in DEFINITIONS.items()
        if key != "joined" or frame.by == "team"
    ]
    return [*found, *([_undivided(frame)] if is_undivided else [])]


def _named(figure: str) -> str:
    """The heading, with the heading above it where another stands under the same."""
    own = heading(figure)
    return f"Thành viên: {own.lower()}" if figure.startswith("members.") else own


def _undivided(frame: Frame) -> tuple[str, str]:
    name = row_label(frame, UNDIVIDED)
    if frame.by == "district" and not frame.rows:
        day = f"{frame.map.day:%d/%m/%Y}"
        return name, f"Ngày {day} địa bàn không có huyện, cụm; mọi số liệu đứng ở dòng này."
    return (
        name,
        f"Phần không thuộc riêng {level_name(frame)} nào, ví dụ {OF_NO_ROW[frame.by]}. Nhờ dòng"
        " này, cộng các dòng luôn bằng tổng cộng.",
    )
