"""Draws docs/states.md from the table of acts: `python -m tests.architecture.draw`. A test holds the two together."""

from pathlib import Path

from motcua.domain.dossiers.states import ACTS, NATIONAL, Act, State
from motcua.domain.dossiers.words import act_words, state_words, step_words

PAGE = Path(__file__).resolve().parents[2] / "docs" / "states.md"
# Where an act leads when the table leaves it to the step: by the rules of `head.evolve`.
BY_STEP = {
    Act.SUPPLEMENT: (State.FILED, State.RECEIVED, State.PROCESSING),
    Act.REGISTER: (State.PROCESSING, State.FINISHED),
    Act.HAND_BACK: (State.FINISHED,),
}


def text() -> str:
    """The page: a diagram and the table of who may what where."""
    edges = [
        f"    {start.value} --> {end.value}: {act.value}"
        for act, rule in ACTS.items()
        for start in sorted(rule.states)
        for end in ([rule.to] if rule.to else BY_STEP.get(act, (start,)))
        if end is not start
    ]
    rows = [
        f"| {act_words(act)} | `{act.value}` | {rule.who.value} | {', '.join(sorted(s.value for s in rule.states)) or '–'} "
        f"| {', '.join(sorted(step_words(k) for k in rule.kinds)) or 'any'} |"
        for act, rule in ACTS.items()
    ]
    names = [f"| {state_words(state)} | `{state.value}` | {NATIONAL[state]} |" for state in State]
    return "\n".join(
        [
            "# States of a dossier",
            "Drawn from `domain/dossiers/states.py` by `python -m tests.architecture.draw`; do not edit.",
            "",
            "```mermaid",
            "stateDiagram-v2",
            "    [*] --> filed: file",
            *edges,
            "```",
            "",
            "| trạng thái | in the code | national list |",
            "|---|---|---:|",
            *names,
            "",
            "| việc | act | who | in state | in step |",
            "|---|---|---|---|---|",
            *rows,
            "",
        ]
    )


if __name__ == "__main__":
    PAGE.write_text(text(), encoding="utf-8")
