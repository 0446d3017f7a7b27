"""The words of the demo's life: people's names, what volunteers note, what officers answer."""

FAMILY = (
    "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Trần", "Lê", "Lê", "Lê",
    "Phạm", "Phạm", "Huỳnh", "Huỳnh", "Võ", "Võ", "Phan", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
    "Đoàn", "Lý", "Trương", "Đinh", "Lâm", "Mai", "Cao", "Châu", "Tô", "Thái", "La", "Kiều",
)  # fmt: skip
WOMEN_MIDDLE = (
    "Thị", "Thị", "Thị", "Thị Kim", "Thị Mỹ", "Thị Ngọc", "Thị Thanh", "Ngọc", "Thanh", "Mỹ",
    "Kim", "Thúy", "Bích", "Thị Hồng", "Thị Cẩm", "Thị Bé", "Phương", "Huỳnh", "Thị Tuyết",
)  # fmt: skip
WOMEN = (
    "Hoa", "Hương", "Thảo", "Linh", "Trang", "Nga", "Ngân", "Nhung", "Phượng", "Oanh", "Yến",
    "Tuyền", "Tiên", "Trinh", "Thúy", "Vân", "Xuân", "Hạnh", "Diễm", "Duyên", "Giang", "Hằng",
    "Hiền", "Huệ", "Loan", "Mai", "My", "Nhi", "Như", "Quyên", "Thư", "Trâm", "Uyên", "Vy", "Ngoan",
    "Liễu", "Đào", "Thắm", "Kiều", "Muội", "Tươi", "Cúc", "Chi", "Quỳnh", "Ánh", "Bình",
)  # fmt: skip
MEN_MIDDLE = (
    "Văn", "Văn", "Văn", "Văn", "Hữu", "Minh", "Thanh", "Quốc", "Hoàng", "Tấn", "Công", "Đức",
    "Trung", "Ngọc", "Chí", "Phước", "Thành", "Nhật", "Phú", "Duy", "Hoài", "Trọng", "Anh", "Tuấn",
)  # fmt: skip
MEN = (
    "An", "Bảo", "Bình", "Cường", "Danh", "Dũng", "Duy", "Đạt", "Giàu", "Hải", "Hào", "Hậu", "Hiếu",
    "Hòa", "Hùng", "Huy", "Khải", "Khánh", "Khoa", "Kiệt", "Lâm", "Lộc", "Long", "Luân", "Mẫn",
    "Nam", "Nghĩa", "Nhân", "Nhựt", "Phát", "Phong", "Phúc", "Quân", "Quí", "Sang", "Sơn", "Tài",
    "Tâm", "Tân", "Thái", "Thắng", "Thiện", "Thịnh", "Thuận", "Tín", "Toàn", "Trí", "Tùng", "Vinh",
    "Vũ", "Út", "Đệ", "Mười",
)  # fmt: skip

# Where the members of a team come from, leader first; the rest are drawn.
LEADERS = ("Ban nhân dân {kind}", "Ban nhân dân {kind}", "Đoàn Thanh niên", "Chi bộ {kind}")
MEMBERS = (
    "Đoàn Thanh niên", "Đoàn Thanh niên", "Đoàn Thanh niên", "Hội Phụ nữ", "Hội Phụ nữ",
    "Hội Nông dân", "Công an", "Hội Cựu chiến binh", "Mặt trận Tổ quốc", "Trường học", "Viettel",
    "VNPT",
)  # fmt: skip

NOTES = {
    "outing": (
        "Bà con hỏi nhiều về chuyển tiền nhầm, Tổ đã hướng dẫn liên hệ ngân hàng.",
        "Ra quân cùng Ngày thứ Bảy tình nguyện, phát tờ rơi hướng dẫn quét mã QR.",
        "Trời mưa nên bà con đến ít hơn dự kiến.",
        "Buổi sáng đông, buổi chiều chủ yếu hỗ trợ lại người quên mật khẩu.",
        "Nhiều bà con đi làm đồng, hẹn hướng dẫn lại vào buổi tối.",
        "Có thêm 3 bạn đoàn viên trường THPT cùng hỗ trợ.",
    ),
    "home_visit": (
        "Đi từng nhà dọc bờ kinh, ưu tiên hộ có người cao tuổi.",
        "Hai hộ vắng nhà, Tổ sẽ quay lại tuần sau.",
        "Bà con lớn tuổi cần hướng dẫn chậm, nên ghi lại từng bước ra giấy.",
        "Con cháu đi làm xa, các bác nhờ Tổ cài để gọi điện và nhận tiền.",
    ),
    "help_point": (
        "Hỗ trợ tại bộ phận Một cửa, đa số nộp hồ sơ khai sinh và cư trú.",
        "Trực tại nhà văn hóa, máy của nhiều bà con hết dung lượng.",
        "Mạng chậm lúc đầu giờ, sau đó ổn định.",
    ),
    "market_street": (
        "Tiểu thương đã dán mã QR, một số còn ngại phí.",
        "Hướng dẫn kiểm tra tiền vào trước khi giao hàng để tránh bị lừa.",
        "Khách trẻ quét mã nhiều, khách lớn tuổi vẫn dùng tiền mặt.",
    ),
    "combined_meeting": (
        "Lồng ghép họp chi hội nông dân, dành 30 phút hướng dẫn.",
        "Sinh hoạt hội quán, bà con quan tâm bán xoài qua mạng.",
        "Họp ấp cuối quý, kết hợp hướng dẫn nhận biết cuộc gọi lừa đảo.",
    ),
    "training_class": (
        "Học viên thực hành trực tiếp trên điện thoại.",
        "Lớp đông nên chia hai nhóm, mỗi nhóm có hai bạn kèm.",
    ),
    "online": ("Gọi video hướng dẫn trong nhóm Zalo của ấp.", "Gửi clip hướng dẫn vào nhóm Zalo."),
    "broadcast": ("Phát loa truyền thanh sáng và chiều.", "Phát tờ rơi tại cổng chợ."),
}
RETURNS = (
    ("implausible", "services.edongthap.completed", "Kiểm tra lại số lượt e‑Dongthap."),
    ("implausible", "participants", "Số lượt cao hơn thường lệ, bạn xem lại giúp."),
    ("wrong_date", "date", "Buổi này diễn ra ngày nào? Kế hoạch ghi ngày khác."),
    ("services_missing", "services", "Bổ sung nội dung đã hướng dẫn."),
    ("duplicate", "date", "Có vẻ trùng với buổi đã gửi, bạn kiểm tra lại."),
    ("other", "note", "Bổ sung ghi chú: phối hợp với đơn vị nào?"),
)
REFUSALS = (
    "Trùng với buổi đã duyệt của cùng Tổ.",
    "Đây là buổi họp Tổ, không hướng dẫn người dân.",
    "Không có kế hoạch và không xác minh được với Ban nhân dân ấp.",
)
WITHDRAWALS = ("Ghi nhầm ngày, gửi lại buổi khác.", "Gửi trùng hai lần.", "Ghi nhầm Tổ.")
DIFFICULTIES = {
    "weak_signal": 5, "no_smartphone": 10, "old_phone": 8, "sim_not_own": 4, "no_chip_card": 6,
    "forgotten_password": 9, "app_fault": 5, "fear_of_fraud": 8,
}  # fmt: skip
