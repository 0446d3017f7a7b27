"""What each figure is called on paper and what it means: one table, from which the column headings
and the sheet of definitions are both written."""

# figure, as the API calls it: (heading, definition)
DEFINITIONS: dict[str, tuple[str, str]] = {
    "sessions.all": (
        "Tổng số buổi",
        "Số buổi diễn ra trong kỳ, mọi hình thức, xếp theo ngày và nơi diễn ra. Buổi nhiều Tổ cùng"
        " làm tính một lần. Không tính buổi bị trả lại, không công nhận, đã hủy và báo cáo không"
        " phát sinh.",
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
    "sessions.market_street": (
        "Tại chợ, tuyến phố",
        "Số buổi tại chợ hoặc tuyến phố thanh toán không dùng tiền mặt.",
    ),
    "sessions.combined_meeting": (
        "Lồng ghép",
        "Số buổi lồng ghép họp ấp, sinh hoạt chi hội, hội quán.",
    ),
    "sessions.online": ("Trực tuyến", "Số buổi hướng dẫn qua Zalo, điện thoại."),
    "sessions.broadcast": (
        "Tuyên truyền",
        "Số buổi tuyên truyền (loa, tờ rơi). Không có lượt người được hướng dẫn.",
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
    "team_members_trained": (
        "Lượt thành viên Tổ được tập huấn",
        "Tổng lượt thành viên Tổ dự các lớp tập huấn có đối tượng là thành viên Tổ.",
    ),
    "first_time": (
        "Lượt lần đầu",
        "Lượt người được hướng dẫn lần đầu, theo lời người dân (tự khai).",
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
    "hamlets_with_team": (
        "Khóm, ấp có Tổ",
        "Số khóm, ấp có ít nhất một Tổ công nghệ số cộng đồng cấp khóm, ấp, chia cho số khóm, ấp;"
        " cả hai vào ngày cuối kỳ. Khóm, ấp có hai Tổ tính một.",
    ),
    "communes_with_team": (
        "Xã có Tổ cấp xã",
        "Số xã, phường, thị trấn có Tổ cấp xã, chia cho số xã, phường, thị trấn; vào ngày cuối kỳ.",
    ),
    "districts_with_youth_team": (
        "Huyện, cụm có Tổ thanh niên",
        "Số huyện (cụm) có Tổ thanh niên ở cấp mình hoặc cấp dưới, chia cho số huyện (cụm); vào"
        " ngày cuối kỳ.",
    ),
    "hamlets_reached": (
        "Khóm, ấp được tiếp cận",
        "Số khóm, ấp có ít nhất một buổi trực tiếp trong kỳ (không kể trực tuyến và tuyên truyền),"
        " chia cho số khóm, ấp vào ngày cuối kỳ.",
    ),
    "active_teams": (
        "Tổ có hoạt động",
        "Số Tổ chủ trì hoặc cùng làm ít nhất một buổi trong kỳ, chia cho số Tổ có ít nhất một ngày"
        " tồn tại trong kỳ.",
    ),
    "on_time": (
        "Buổi gửi đúng hạn",
        "Số buổi hệ thống nhận được trong ba ngày kể từ ngày diễn ra, chia cho tổng số buổi.",
    ),
    "pending": ("Buổi chờ duyệt", "Số buổi của kỳ đang chờ duyệt lúc lập bảng."),
    "youth_teams": ("Tổ thanh niên", "Số Tổ thanh niên chuyển đổi số vào ngày cuối kỳ."),
    "members": (
        "Số thành viên",
        "Số thành viên của mọi Tổ vào ngày cuối kỳ; người ở hai Tổ tính ở cả hai.",
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
    "undivided": (
        "Không phân theo …",
        "Phần thuộc đơn vị của bảng mà không thuộc riêng dòng nào, ví dụ buổi toàn xã trong bảng"
        " theo khóm, ấp. Nhờ dòng này, cộng các dòng luôn bằng tổng cộng.",
    ),
    "year_to_date": (
        "Lũy kế từ đầu năm",
        "Từ ngày đầu của năm báo cáo đến ngày cuối kỳ; năm báo cáo theo Nghị định 09/2019/NĐ-CP bắt"
        " đầu ngày 15/12 năm trước.",
    ),
    "year_before": (
        "Cùng kỳ năm trước",
        "Cùng những ngày của năm trước. Kỳ chưa hết thì chỉ so đến ngày lập bảng.",
    ),
    "change": (
        "So với cùng kỳ (±%)",
        "Mức tăng, giảm so với cùng kỳ năm trước, tính bằng %. Cùng kỳ dưới 10 thì ô để trống vì tỷ"
        " lệ không có nghĩa; số của cùng kỳ đứng ở cột bên cạnh.",
    ),
}


def heading(figure: str) -> str:
    """What a figure is called on paper."""
    return DEFINITIONS[figure][0]
