"""One dossier in every state and step: who stands to it how, written out by name and not asked of the rules."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from motcua.domain import dossiers as d
from motcua.domain.dossiers import CorrectionKind
from motcua.domain.procedures import Process, Role
from tests.domain.dossiers.story import LIST, WHY, Story
from tests.domain.dossiers.test_opinions import question
from tests.world import ANH, DAT, HA, I_03, I_04, MAI, SON, STRANGER, at

COUNTER = ("the officer at the counter who received", "a colleague at that counter")
DIRECTORS = ("the director", "another director of the agency")
HEAD = "the head of the division"
SPECIALIST, COLLEAGUE = "the specialist who has the work", "a colleague of the specialist"
LEADERS = (HEAD, "the head of another division of the agency", *DIRECTORS)
ELSEWHERE = ("the head of a division of another agency", "the director of another agency")


@dataclass(frozen=True)
class Scene:
    """`until` drives the story there; `late` is an instant to look at it, else a minute after the last act."""

    name: str
    until: Callable[[Story], object]
    holder: tuple[str, ...] = ()
    peer: tuple[str, ...] = ()
    superior: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    leader: tuple[str, ...] = LEADERS
    clerk: tuple[str, ...] = ("the clerk",)
    process: Process = I_04
    late: str = ""
    expired: bool = False

    def play(self) -> tuple[Story, datetime]:
        story = Story(self.process)
        self.until(story)
        return story, at(self.late) if self.late else story.head.last_at + timedelta(minutes=1)


def _then(first: str, *acts: tuple[object, ...]) -> Callable[[Story], object]:
    def drive(story: Story) -> None:
        getattr(story, first)()
        for act, by, on, given in acts:
            story.do(act, by, on, **given)

    return drive


ASKED = {"wanted": LIST, "basis": "Mẫu 02"}
ROUTED = (d.Reroute, SON, "2026-11-13 09:00", {"agency": "H14.30", "division": "H14.30.01", "reason": "x"})
_BINH = d.Actor("14", Role.HEAD, "H14.30.01", "H14.30")
_PAID = (d.SettleFee, DAT, "2026-11-13 10:00", {"no": 1, "amount": 150_000, "way": "cash", "receipt": "BL1"})
_ORDER = (d.OrderCorrection, SON, "2026-11-19 08:00", {"kind": CorrectionKind.CORRECTION, **WHY})
AT_WORK = {"holder": (SPECIALIST,), "peer": (COLLEAGUE,), "superior": (HEAD, *DIRECTORS)}
RECEIVED = {"holder": COUNTER[:1], "peer": COUNTER[1:]}
ROUTED_AWAY = {"leader": ELSEWHERE, "clerk": ("the clerk of another agency",)}

SCENES = [
    Scene("filed", _then("filed"), COUNTER),
    Scene("waiting before reception", _then("filed", (d.RequestSupplement, DAT, "2026-11-12 09:00", ASKED)), COUNTER),
    Scene("received", _then("received"), **RECEIVED),
    Scene("received, waiting", _then("received", (d.RequestSupplement, DAT, "2026-11-12 11:00", ASKED)), **RECEIVED),
    Scene("to assign", _then("handed_on"), (HEAD,)),
    Scene("at work", _then("at_work"), **AT_WORK),
    Scene("at work, with a fee", _then("owing"), **AT_WORK),
    Scene("at work, a withdrawal asked", _then("at_work", (d.AskWithdrawal, ANH, "2026-11-13 08:00", {"reason": "x"})), **AT_WORK),
    Scene(
        "at work, another unit asked",
        _then("at_work", (d.AskOpinion, HA, "2026-11-13 08:00", question())),
        **AT_WORK,
        asked=("a specialist of another agency", ELSEWHERE[0]),
    ),
    Scene("at work, a second request proposed", _then("proposed"), **AT_WORK),
    Scene("waiting", _then("awaiting"), **AT_WORK),
    Scene("waiting in vain", _then("awaiting"), **AT_WORK, late="2026-11-23 17:00", expired=True),
    Scene("to review", _then("at_work", (d.CompleteStep, HA, "2026-11-16 10:00", {})), (HEAD,)),
    Scene("to approve", _then("reviewed"), DIRECTORS),
    Scene(
        "sent back to one director",
        _then("approved", (d.SendBack, MAI, "2026-11-17 10:00", {"order": 5, "reason": "x"})),
        DIRECTORS[:1],
        DIRECTORS[1:],
    ),
    Scene("to register", _then("approved"), ("the clerk",)),
    Scene("at the province", _then("at_the_province"), ("the provincial office",), process=I_03),
    Scene("re-routed, to assign", _then("at_work", ROUTED), ELSEWHERE[:1], **ROUTED_AWAY),
    Scene(
        "re-routed, at work",
        _then("at_work", ROUTED, (d.Assign, _BINH, "2026-11-13 10:00", {"to": STRANGER})),
        ("a specialist of another agency",),
        superior=ELSEWHERE,
        **ROUTED_AWAY,
    ),
    Scene("finished", _then("finished"), COUNTER),
    Scene("delivered", _then("delivered"), COUNTER),
    Scene("delivered, to be corrected", _then("delivered", _ORDER), COUNTER),
    Scene("refused", _then("filed", (d.Refuse, DAT, "2026-11-12 09:00", WHY)), COUNTER),
    Scene("withdrawn", _then("filed", (d.Withdraw, ANH, "2026-11-12 09:00", {"reason": "x"})), COUNTER),
    Scene("stopped after payment", _then("owing", _PAID, (d.Stop, SON, "2026-11-16 08:00", WHY)), **AT_WORK),
]  # fmt: skip
