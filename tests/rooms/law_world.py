"""Dossiers led to where each act of the whole law can be done, and what the acts are given."""

from typing import Any

from motcua.domain.dossiers import CorrectionKind, Wanted
from motcua.domain.fees import FeeItem, FeeKind, When
from motcua.domain.worktime import Allowance
from motcua.usecases import acts
from motcua.usecases.execute import Target
from tests.rooms.api_world import Api
from tests.world import at

FEE = FeeItem("Phí thẩm định", FeeKind.PHI, 150_000, "TT 183/2016/TT-BTC")
TWICE = (Wanted("Phụ lục", "bản chụp mờ"),)
PROVINCE = "H14-3.000450-pl2"


class Law:
    """Dossiers led by the use cases to where one of the acts can be done."""

    def __init__(self, api: Api) -> None:
        self.api, self.people = api, api.world

    def led(self, stage: str) -> str:
        steps = getattr(self, stage, None)
        if steps is None:
            return self.api.until(stage)
        return steps()

    def does(self, code: str, act: Any, by: str, moment: str = "2026-11-18 09:00", **how: Any) -> str:
        act(Target("H14", code), getattr(self.people, by).actor, at(moment), **how)
        return code

    def asked(self) -> str:
        how = {"unit": "H14.30.01", "question": "Có quy hoạch không?", "allowance": Allowance.parse("1 ngày làm việc")}
        return self.does(self.api.until("at_work"), acts.ask_opinion, "ha", **how)

    def proposed(self) -> str:
        code = self.does(self.api.until("at_work"), acts.request_supplement, "ha", wanted=TWICE, basis="Điều 9")
        self.does(code, acts.supplement, "dat", files=("x",))
        return self.does(code, acts.request_supplement, "ha", wanted=TWICE, basis="Điều 9")

    def owing(self) -> str:
        return self.does(self.api.until("at_work"), acts.impose_fee, "ha", items=(FEE,), when=When.RETURN)

    def withdrawing(self) -> str:
        return self.does(self.api.until("at_work"), acts.withdraw, "dat", reason="Không còn nhu cầu")

    def to_refund(self) -> str:
        code = self.does(self.owing(), acts.settle_fee, "dat", no=1, amount=150_000, way="cash", receipt="0001234")
        self.does(code, acts.withdraw, "dat", reason="Không còn nhu cầu")
        return self.does(code, acts.grant_withdrawal, "son")

    def correcting(self) -> str:
        how = {"kind": CorrectionKind.CORRECTION, "reason": "Sai ngày sinh", "basis": "Điều 5"}
        return self.does(self.api.until("delivered"), acts.order_correction, "son", **how)

    def at_province(self) -> str:
        code = self.api.until("approved", offering=PROVINCE)
        self.does(code, acts.register, "mai")
        return self.does(code, acts.hand_over, "mai")
