"""Who may stand in for whom, and who may order it. Tables and pure functions: nothing here reads a clock or a database.

Three laws: a post goes sideways or downwards inside one agency, never out of it; a leader's post goes to a leader or, a
head's, to somebody of the same division; a post that somebody only stands in for cannot be passed on. Why so, and what
the law leaves open: docs/decisions/0012.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from motcua.domain.dossiers.values import Hat
from motcua.domain.procedures import Role

# Longer than this is a new appointment, not an absence; it also catches a year that was mistyped.
LONGEST = timedelta(days=366)

# Whose hands a post may be put into. A post that stands nowhere here cannot be given away.
BY: dict[Role, frozenset[Role]] = {
    Role.DIRECTOR: frozenset({Role.DIRECTOR, Role.HEAD}),
    Role.HEAD: frozenset({Role.DIRECTOR, Role.HEAD, Role.SPECIALIST}),
    Role.SPECIALIST: frozenset({Role.SPECIALIST, Role.HEAD}),
    Role.CLERK: frozenset({Role.CLERK, Role.SPECIALIST, Role.HEAD}),
    Role.RECEPTION: frozenset({Role.RECEPTION}),
    Role.PROVINCE_OFFICER: frozenset({Role.PROVINCE_OFFICER}),
    Role.CONTROLLER: frozenset({Role.CONTROLLER}),
}
# Only inside the division: a specialist knows the work of their own head, not that of another.
OWN_DIVISION = frozenset({(Role.HEAD, Role.SPECIALIST)})


@dataclass(frozen=True, slots=True)
class Held:
    """A stand-in that is already given: who for whom, from when until when (the end is outside)."""

    principal: str
    substitute: str
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody asks for: that `substitute` has the post of `principal` from `start` until `end`."""

    by: Hat
    principal: Hat
    substitute: Hat
    start: datetime
    end: datetime
    reason: str

    @property
    def own(self) -> bool:
        """Whether somebody gives away their own post (delegation), rather than ordering it for an absent person."""
        return self.by.person == self.principal.person


def objection(order: Order, held: Iterable[Held], at: datetime) -> str:
    """The code of what forbids this order at this instant (see `SENTENCES`), "" when nothing does."""
    return _posts(order) or _period(order, at) or _others(order, held) or ("" if order.reason.strip() else "no-reason")


def may_order(by: Hat, principal: Hat) -> bool:
    """One's own post; a head for the specialists of the division; a director for everybody of the agency."""
    if by.person == principal.person:
        return True
    if by.role is Role.HEAD:
        return principal.role is Role.SPECIALIST and principal.unit == by.unit
    return by.role is Role.DIRECTOR and bool(by.agency) and by.agency == principal.agency


def fits(post: Hat, by: Hat) -> bool:
    """Whether this post may lie with this person: asked when it is given, and again whenever it is used."""
    if not same_organisation(post, by) or by.role not in BY.get(post.role, frozenset()):
        return False
    return (post.role, by.role) not in OWN_DIVISION or post.unit == by.unit


def same_organisation(one: Hat, other: Hat) -> bool:
    """The agency; at a centre, which has none, the unit itself."""
    return (one.agency or one.unit) == (other.agency or other.unit)


def _posts(order: Order) -> str:
    if not may_order(order.by, order.principal):
        return "not-yours-to-order"
    if order.principal.person == order.substitute.person:
        return "self"
    if not same_organisation(order.principal, order.substitute):
        return "other-agency"
    if not fits(order.principal, order.substitute):
        return f"unfit-{order.principal.role.value}" if order.principal.role in _NAMED else "unfit"
    head_orders = order.by.role is Role.HEAD and not order.own
    return "other-division" if head_orders and order.substitute.unit != order.by.unit else ""


_NAMED = frozenset({Role.DIRECTOR, Role.HEAD})


def _period(order: Order, at: datetime) -> str:
    if order.end <= order.start:
        return "end-first"
    if order.start < at:
        return "past"
    return "too-long" if order.end - order.start > LONGEST else ""


def _others(order: Order, held: Iterable[Held]) -> str:
    """One post lies with one substitute at a time; who is away stands in for nobody, and the other way round."""
    for one in held:
        if one.end <= order.start or one.start >= order.end:
            continue
        if one.principal == order.principal.person:
            return "taken"
        if one.principal == order.substitute.person:
            return "substitute-away"
        if one.substitute == order.principal.person:
            return "passed-on"
    return ""


# What the form says: the field it belongs to, Vietnamese, English.
SENTENCES: dict[str, tuple[str, str, str]] = {
    "unknown-person": (
        "substitute",
        "Chọn một người trong danh sách; người này không có hoặc tài khoản đã khóa",
        "Choose somebody from the list; there is no such person, or the account is closed",
    ),
    "not-yours-to-order": (
        "principal",
        "Bạn không cử được người thay cho người này. Trưởng phòng cử thay chuyên viên của phòng mình, "
        "lãnh đạo cơ quan cử thay mọi người trong cơ quan",
        "You cannot order a substitution for this person. A head does so for the specialists of the division, a "
        "director for everybody in the agency",
    ),
    "self": (
        "substitute",
        "Chọn một người khác; không ai tự thay chính mình",
        "Choose somebody else; nobody stands in for themselves",
    ),
    "other-agency": (
        "substitute",
        "Chọn người cùng cơ quan; việc của cơ quan không giao ra ngoài cơ quan",
        "Choose somebody of the same agency; its work is not given to another one",
    ),
    "unfit-director": (
        "substitute",
        "Chọn một cấp phó, một lãnh đạo khác của cơ quan hoặc một trưởng phòng",
        "Choose a deputy, another director of the agency or a head of division",
    ),
    "unfit-head": (
        "substitute",
        "Chọn một lãnh đạo phòng, lãnh đạo cơ quan hoặc một chuyên viên của chính phòng này",
        "Choose a head of division, a director, or a specialist of this very division",
    ),
    "unfit": (
        "substitute",
        "Chọn người làm được việc này: cùng vai, hoặc lãnh đạo phòng",
        "Choose somebody who can do this work: of the same role, or a head of division",
    ),
    "other-division": (
        "substitute",
        "Chọn người trong phòng của bạn; cử người phòng khác là việc của lãnh đạo cơ quan",
        "Choose somebody of your division; people of others are sent by the director",
    ),
    "end-first": (
        "end_day",
        "Chọn lúc kết thúc sau lúc bắt đầu",
        "Choose an end after the start",
    ),
    "past": (
        "start_day",
        "Chọn từ bây giờ trở đi, không lùi ngày giờ. Bỏ trống giờ để bắt đầu ngay",
        "Choose a time from now on; nothing is given backwards. Leave the hour empty to begin at once",
    ),
    "too-long": (
        "end_day",
        "Chọn thời gian không quá 12 tháng; dài hơn thì lập lại khi hết hạn",
        "Choose no more than 12 months; for longer, make a new one when it ends",
    ),
    "taken": (
        "start_day",
        "Trong thời gian này đã có người thay {principal}. Chọn thời gian khác, hoặc chấm dứt lần trước",
        "Somebody stands in for {principal} at that time already. Choose another time, or end the earlier one",
    ),
    "substitute-away": (
        "substitute",
        "{substitute} cũng vắng trong thời gian này, việc đã giao người khác. Chọn người có mặt",
        "{substitute} is away at that time, too, and has a substitute. Choose somebody who is present",
    ),
    "passed-on": (
        "start_day",
        "Trong thời gian này {principal} đang thay người khác nên chưa giao việc đi được. Chấm dứt lần thay đó trước",
        "At that time {principal} stands in for somebody else and cannot give work away. End that first",
    ),
    "no-reason": (
        "reason",
        "Ghi căn cứ hoặc lý do, ví dụ số văn bản cử đi công tác",
        "Enter the basis or reason, for example the number of the order to travel",
    ),
    "not-yours-to-end": (
        "",
        "Chỉ người có việc, người đã cử và lãnh đạo cơ quan chấm dứt được lần này.",
        "Only whose post it is, who ordered it, and the agency's director can end this.",
    ),
    "over": (
        "",
        "Lần này đã hết hạn nên không còn gì để chấm dứt.",
        "This has run out already, so there is nothing to end.",
    ),
}


@dataclass
class NotGranted(Exception):
    """Nothing was changed. `field` of the form that must be put right, "" for none."""

    code: str
    names: dict[str, str]

    @property
    def field(self) -> str:
        return SENTENCES[self.code][0]

    @property
    def sentence(self) -> str:
        return SENTENCES[self.code][1].format(**self.names)

    @property
    def sentence_en(self) -> str:
        return SENTENCES[self.code][2].format(**self.names)
