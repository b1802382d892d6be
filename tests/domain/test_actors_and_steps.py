"""How the actor and task of a published step are understood: spellings as decisions use them."""

import pytest

from motcua.domain.procedures import Role, StepKind, classify, read_actor

ACTORS = [
    ("Chuyên viên của Sở Khoa học và Công nghệ thực hiện nhiệm vụ tại TTPVHCC tỉnh; công chức TTPVHCC các xã", Role.RECEPTION, ""),
    ("Lãnh đạo phòng Quản lý Tiêu chuẩn Đo lường chất lượng thụ lý hồ sơ", Role.HEAD, "Quản lý Tiêu chuẩn Đo lường chất lượng"),
    ("Lãnh đạo phòng Quản lý Tiêu chuẩn đo lường thụ lý hồ sơ", Role.HEAD, "Quản lý Tiêu chuẩn đo lường"),
    ("Công chức phòng Quản lý Tiêu chuẩn đo lường chất lượng phụ trách giải quyết TTHC", Role.SPECIALIST, "Quản lý Tiêu chuẩn đo lường chất lượng"),
    ("Lãnh đạo phòng Quản lý Bưu chính, Viễn thông và Chuyển đổi số", Role.HEAD, "Quản lý Bưu chính, Viễn thông và Chuyển đổi số"),
    ("Lãnh đạo Sở Khoa học và Công nghệ", Role.DIRECTOR, ""),
    ("Văn thư Sở Khoa học và Công nghệ", Role.CLERK, ""),
    ("Chuyên viên phụ trách lĩnh vực tiêu chuẩn (Phòng Khoa giáo Văn xã - Văn phòng UBND tỉnh)", Role.PROVINCE_OFFICER, ""),
    ("Máy chủ", None, ""),
]  # fmt: skip
STEPS = [
    ("Kiểm tra hồ sơ, lập phiếu tiếp nhận và hẹn trả kết quả", Role.RECEPTION, True, StepKind.RECEPTION),
    ("Phân công công chức phòng chuyên môn thụ lý hồ sơ", Role.HEAD, True, StepKind.ASSIGNMENT),
    ("Xem xét, phân công công chức phòng chuyên môn", Role.HEAD, True, StepKind.ASSIGNMENT),
    ("Nghiên cứu, thẩm định, xử lý hồ sơ", Role.SPECIALIST, True, StepKind.WORK),
    ("Xem xét, thẩm tra, trình Lãnh đạo Sở", Role.HEAD, True, StepKind.REVIEW),
    ("Xem xét và phê duyệt kết quả", Role.DIRECTOR, True, StepKind.APPROVAL),
    ("Vào sổ văn bản, lưu trữ hồ sơ, chuyển kết quả", Role.CLERK, True, StepKind.REGISTRATION),
    ("Vào sổ, đóng dấu, chuyển hồ sơ đến UBND tỉnh", Role.CLERK, True, StepKind.REGISTRATION),
    ("Xem xét, thẩm định hồ sơ, trình Lãnh đạo Văn phòng duyệt", Role.PROVINCE_OFFICER, True, StepKind.PROVINCE),
    ("Trả kết quả cho cá nhân, tổ chức", Role.RECEPTION, False, StepKind.DELIVERY),
    ("Một việc chưa từng thấy", None, True, StepKind.WORK),
]  # fmt: skip


@pytest.mark.parametrize(("text", "role", "division"), ACTORS)
def test_an_actor_is_a_role_and_a_division(text, role, division):
    assert (read_actor(text).role, read_actor(text).division) == (role, division)


@pytest.mark.parametrize(("task", "role", "timed", "kind"), STEPS)
def test_a_step_asks_for_what_its_task_and_actor_say(task, role, timed, kind):
    assert classify(task, role, timed) is kind
