"""What a step of a published process asks for, read from its task, its actor and its place in the process."""

import re

from motcua.domain.procedures.process import Role, StepKind

# Tried in this order on the task: "Xem xét, phân công" is an assignment although it also says "xem xét".
TASKS: tuple[tuple[str, StepKind], ...] = (
    (r"^\W*trả kết quả", StepKind.DELIVERY),
    (r"phân công", StepKind.ASSIGNMENT),
    (r"vào sổ|đóng dấu|phát hành văn bản", StepKind.REGISTRATION),
)
BY_ROLE = {
    Role.RECEPTION: StepKind.RECEPTION,
    Role.PROVINCE_OFFICER: StepKind.PROVINCE,
    Role.CLERK: StepKind.REGISTRATION,
    Role.DIRECTOR: StepKind.APPROVAL,
    Role.HEAD: StepKind.REVIEW,
}


def classify(task: str, role: Role | None, timed: bool) -> StepKind:
    """The kind of a step; a step that nothing names is plain work, which its holder completes.

    A step without time that gives the result back is the delivery, whatever else it says.
    """
    for pattern, kind in TASKS:
        if re.search(pattern, task, re.IGNORECASE) and (kind is not StepKind.DELIVERY or not timed):
            return kind
    return BY_ROLE.get(role, StepKind.WORK) if role else StepKind.WORK
