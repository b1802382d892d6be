"""What verification answers: where something differs, what differs, and what to do about it."""

from dataclasses import dataclass

ALTERED = (
    "Đừng sửa tay. Giữ nguyên hiện trạng, báo người phụ trách an toàn thông tin; phục hồi bản sao lưu gần nhất vào một nơi"
    " khác rồi so hồ sơ này."
)
REBUILD = "Chạy `motcua rebuild`: bảng này dựng lại được từ nhật ký."
ADVICE = {
    "gap": ALTERED,
    "chain": ALTERED,
    "event": ALTERED,
    "orphan": "Chạy `motcua rebuild`; nếu vẫn còn, phục hồi dòng này từ bản sao lưu.",
    "head": REBUILD,
    "due": (
        "So lịch làm việc và quy trình ghi trong sự kiện với bản đã công bố. Nếu lịch đã đổi, tính lại hạn bằng một sự kiện"
        " có căn cứ; nếu không, coi sự kiện này là bị sửa."
    ),
    "file": "Lấy tệp có đúng mã băm này từ bản sao lưu, đặt lại vào kho tệp rồi kiểm tra lại.",
    "number": "Đối chiếu sổ số với mã hồ sơ và số kết quả trong nhật ký; bù dòng bị mất từ bản sao lưu.",
    "key": "Xóa dòng này: yêu cầu cũ gửi lại sẽ bị từ chối vì hồ sơ đã sang bước khác, không bị làm hai lần.",
    "root": "So với gốc đã công bố của ngày đó và với bản sao lưu của ngày đó; đừng ký lại.",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """`what` is a short name for programs (a table's name for a table), `sentence` says it to the operator."""

    code: str
    what: str
    sentence: str

    @property
    def advice(self) -> str:
        """What to do next."""
        return ADVICE.get(self.what, REBUILD)
