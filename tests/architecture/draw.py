"""Draws docs/states.md and docs/permissions.md from the tables of acts: `python -m tests.architecture.draw`.

Tests hold pages and tables together, and the diagram and what random walks through the rules really do.
"""

from collections.abc import Iterable
from pathlib import Path

from motcua.domain.dossiers.states import ACTS, MAY, NATIONAL, Act, State, Who
from motcua.domain.dossiers.words import said
from motcua.domain.procedures import Role, StepKind

DOCS = Path(__file__).resolve().parents[2] / "docs"
# Where an act leads when the table leaves it to the step: by the rules of `folding`.
BY_STEP = {
    Act.SUPPLEMENT: (State.FILED, State.RECEIVED, State.PROCESSING),
    Act.REGISTER: (State.FINISHED,),
    Act.HAND_BACK: (State.FINISHED,),
}
DRAWN = "Drawn from `domain/dossiers/states.py` by `python -m tests.architecture.draw`; do not edit."
ROLES: dict[Role, tuple[str, str]] = {
    Role.APPLICANT: ("người nộp", "applicant"),
    Role.RECEPTION: ("một cửa", "reception"),
    Role.HEAD: ("lãnh đạo phòng", "head of division"),
    Role.SPECIALIST: ("chuyên viên", "specialist"),
    Role.DIRECTOR: ("lãnh đạo cơ quan", "director"),
    Role.CLERK: ("văn thư", "clerk"),
    Role.PROVINCE_OFFICER: ("văn phòng UBND", "provincial office"),
    Role.CONTROLLER: ("kiểm soát TTHC", "controller"),
    Role.SYSTEM: ("hệ thống", "the system"),
}
RELATIONS: dict[Who, str] = {
    Who.ANYONE: "no condition",
    Who.HOLDER: "holds the step: its role, its unit, and its person where one is named",
    Who.PEER: "has the step's role and unit, while it is given to somebody else",
    Who.SUPERIOR: "head of the division that holds it, or director of the competent agency",
    Who.ASKED: "belongs to a unit whose opinion is asked",
    Who.RECEPTION: "belongs to the counter that received it",
    Who.CASHIER: "belongs to the counter that received it, or the payment gateway",
    Who.APPLICANT: "owner of the dossier, or the counter that received it in their stead",
    Who.LEADER: "head of a division or director of the competent agency",
    Who.ROUTER: "the counter that received it, or a leader of the competent agency",
    Who.STOPPER: "leader of the competent agency; the step's holder once the time to supplement is over",
    Who.CLERK: "clerk of the competent agency",
    Who.MACHINE: "the system's clock, or procedure control",
}


def leads() -> dict[tuple[State, State], list[Act]]:
    """Every change of state, with the acts that lead to it."""
    found: dict[tuple[State, State], list[Act]] = {}
    for act, rule in ACTS.items():
        for start in sorted(rule.states):
            for end in [rule.to] if rule.to else BY_STEP.get(act, (start,)):
                if end is not start:
                    found.setdefault((start, end), []).append(act)
    return dict(sorted(found.items(), key=lambda edge: [list(State).index(state) for state in edge[0]]))


def states() -> str:
    """The page of states: a diagram, one arrow for each change, and the table of acts."""
    arrows = [
        f"    {start.value} --> {end.value}: {' / '.join(act.value for act in acts)}"
        for (start, end), acts in leads().items()
    ]
    names = [f"| {said(state)} | `{state.value}` | {said(state, 'en')} | {NATIONAL[state]} |" for state in State]
    rows = [
        f"| {said(act)} | `{act.value}` | {rule.who.value} | {_listed(rule.states, State) or '–'} "
        f"| {_listed(rule.kinds, StepKind) or 'any'} |"
        for act, rule in ACTS.items()
    ]
    return _page(
        "# States of a dossier",
        DRAWN,
        "",
        "```mermaid",
        "stateDiagram-v2",
        "    [*] --> filed: file",
        *arrows,
        "```",
        "",
        "On the national list, 6 (a fee to be paid before the work goes on) and 7 (a withdrawal asked for) stand over "
        "the number of the state: see `standing`. Money, delivery and synchronisation are fields of their own.",
        "",
        "| trạng thái | in the code | in English | national list |",
        "|---|---|---|---:|",
        *names,
        "",
        "Who may: [permissions](permissions.md).",
        "",
        "| việc | act | who | in state | in step |",
        "|---|---|---|---|---|",
        *rows,
    )


def permissions() -> str:
    """The page of permissions: act × who × state, and who is meant by each word."""
    return _page(
        "# Who may do what to a dossier",
        DRAWN,
        "",
        "A person acts in their own post, or in one that they stand in for (delegation, substitution): the record then "
        "names both. Whoever is not meant is refused with a sentence, and nothing changes.",
        "",
        "| việc | act | ai | who | trạng thái | bước |",
        "|---|---|---|---|---|---|",
        *(_permission(act) for act in ACTS),
        "",
        "## Who is meant",
        "| who | quan hệ với hồ sơ | relation to the dossier | vai / roles |",
        "|---|---|---|---|",
        *(
            f"| `{who.value}` | {relation} | {RELATIONS[who]} | {_roles(roles)} |"
            for who, (roles, relation) in MAY.items()
        ),
        "",
        "## Roles",
        "● = may, standing to the dossier as the first table asks.",
        "",
        f"| việc | {' | '.join(f'{vi} · {en}' for vi, en in ROLES.values())} |",
        f"|---|{':-:|' * len(ROLES)}",
        *(f"| {said(act)} | {' | '.join(_dot(act, role) for role in ROLES)} |" for act in ACTS),
    )


def _permission(act: Act) -> str:
    rule = ACTS[act]
    if not rule.states and act is not Act.FILE:
        return f"| {said(act)} | {said(act, 'en')} | không ai | nobody, always refused with the reason | – | – |"
    where = ", ".join(str(said(state)) for state in State if state in rule.states) or "–"
    steps = ", ".join(str(said(kind)) for kind in StepKind if kind in rule.kinds) or "mọi bước"
    return f"| {said(act)} | {said(act, 'en')} | {MAY[rule.who][1]} | `{rule.who.value}` | {where} | {steps} |"


def _roles(roles: Iterable[Role]) -> str:
    named = set(roles)
    return "mọi vai" if named == set(Role) else ", ".join(vi for role, (vi, _) in ROLES.items() if role in named)


def _dot(act: Act, role: Role) -> str:
    nobody = not ACTS[act].states and act is not Act.FILE
    return "●" if role in MAY[ACTS[act].who][0] and not nobody else ""


def _listed(chosen: Iterable[State | StepKind], order: Iterable[State | StepKind]) -> str:
    within = set(chosen)
    return ", ".join(one.value for one in order if one in within)


def _page(*lines: str) -> str:
    return "\n".join([*lines, ""])


PAGES = {DOCS / "states.md": states, DOCS / "permissions.md": permissions}

if __name__ == "__main__":
    for path, page in PAGES.items():
        path.write_text(page(), encoding="utf-8")
