"""Support for the applicant's pages: a filed dossier brought through the rarer acts, at dated instants."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from motcua.domain.dossiers import CorrectionKind, Dossier, Wanted
from motcua.domain.fees import FeeItem, FeeKind, When
from motcua.domain.worktime import Allowance
from motcua.records.drafts.models import Application
from motcua.records.files import store as files
from motcua.usecases import acts, looking
from motcua.usecases.execute import Target
from tests.rooms.citizens import SUNDAY
from tests.seed import World
from tests.world import at

FEE = FeeItem("Phí thẩm định hồ sơ", FeeKind.PHI, 150_000, "Thông tư 01/2024/TT-BTC")
MORNING = "2026-11-23 08:00"


@dataclass
class Course:
    """Each method is one act by the person whose act it is; `when` its instant."""

    world: World
    app: Application
    when: dict[str, str] = field(default_factory=dict)

    @property
    def target(self) -> Target:
        return Target("H14", self.app.code)

    @property
    def head(self) -> Dossier:
        return looking.for_citizen("H14", self.app.code, SUNDAY).head

    def do(self, act: Any, by: str, when: str, /, **how: Any) -> "Course":
        act(self.target, getattr(self.world, by).actor, at(when), **how)
        return self

    def received(self) -> "Course":
        return self.do(acts.receive, "dat", MORNING)

    def assigned(self) -> "Course":
        self.received().do(acts.complete_step, "dat", "2026-11-23 08:10")
        return self.do(acts.assign, "vinh", "2026-11-23 08:20", to=self.world.ha.actor)

    def reviewed(self) -> "Course":
        self.assigned().do(acts.complete_step, "ha", "2026-11-23 09:00")
        return self.do(acts.complete_step, "vinh", "2026-11-23 10:00")

    def registered(self, *, negative: bool = False) -> "Course":
        self.reviewed()
        if negative:
            grounds = {"reason": "Thiếu hai thử nghiệm viên có chứng chỉ.", "basis": "Điều 5 NĐ 107/2016/NĐ-CP"}
            self.do(acts.decline, "son", "2026-11-23 11:00", **grounds)
        else:
            self.do(acts.approve, "son", "2026-11-23 11:00")
        return self.do(acts.register, "mai", "2026-11-23 14:00", file=self.result("ket qua"))

    def result(self, text: str) -> str:
        body = f"%PDF-{text}".encode()
        put = files.put(body, province="H14", owner=self.app.pk, slot="result", name="kq.pdf", by="5", at=SUNDAY)
        return put.sha256

    def supplemented_twice(self) -> "Course":
        """The second request is proposed by the specialist and let pass by the head; it is still open."""
        wanted = (Wanted("Chứng chỉ hiệu chuẩn", "bản chụp bị mờ"),)
        how: dict[str, Any] = {"wanted": wanted, "basis": "Điều 8 NĐ 107/2016/NĐ-CP"}
        self.assigned().do(acts.request_supplement, "ha", "2026-11-23 14:30", **how)
        self.applicant(acts.supplement, "2026-11-25 10:00", files=("a",), note="")
        self.do(acts.request_supplement, "ha", "2026-11-25 14:00", **how, respond_by=at("2026-12-04 17:30"))
        return self.do(acts.approve_supplement, "vinh", "2026-11-25 15:00")

    def applicant(self, act: Any, when: str, /, **how: Any) -> "Course":
        from motcua.domain.dossiers import Actor
        from motcua.domain.procedures import Role

        act(self.target, Actor(str(self.app.pk), Role.APPLICANT, ""), at(when), **how)
        return self

    def extended(self) -> "Course":
        grounds = {"reason": "Phải lấy thêm ý kiến của Bộ.", "basis": "Điều 19 NĐ 61/2018/NĐ-CP"}
        return self.assigned().do(acts.extend, "son", "2026-11-26 09:00", extra=Decimal(2), **grounds)

    def owing(self, when: When = When.RECEPTION) -> "Course":
        return self.assigned().do(acts.impose_fee, "ha", "2026-11-23 09:30", items=(FEE,), when=when)

    def asked(self) -> "Course":
        how = {
            "unit": "H14.30.01",
            "question": "Máy này có thuộc diện kiểm định?",
            "allowance": Allowance.parse("01 ngày làm việc"),
        }
        return self.assigned().do(acts.ask_opinion, "ha", "2026-11-23 09:30", **how)

    def wishing(self) -> "Course":
        return self.assigned().applicant(acts.withdraw, "2026-11-23 10:00", reason="Công ty đổi địa điểm")

    def delivered(self) -> "Course":
        return self.registered().do(acts.deliver, "dat", "2026-11-23 15:00", way="counter")

    def corrected(self) -> "Course":
        how = {"kind": CorrectionKind.CORRECTION, "reason": "Sai số sê-ri", "basis": "Đơn của chủ hồ sơ"}
        self.delivered().do(acts.order_correction, "son", "2026-11-23 15:30", **how)
        return self.do(acts.reissue, "mai", "2026-11-23 16:00", file=self.result("ban moi"))
