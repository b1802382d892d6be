"""What can be chosen in an act of one dossier: people with what they hold, steps with who did them."""

from django.utils.translation import gettext as _

from motcua.domain.dossiers.words import step_words
from motcua.projections.worklist import queries as worklist
from motcua.records.directory import queries as directory
from motcua.usecases.looking import View


def specialists(view: View) -> list[tuple[str, str]]:
    """Who can be given this dossier: the specialists of the next step's unit, with what they hold already."""
    step = view.process.following(view.head.position.order) if view.process else None
    if step is None:
        return []
    people = directory.specialists(step.unit)
    held = worklist.load(step.unit)
    return [
        (str(p.pk), _("%(name)s, đang giữ %(n)s hồ sơ") % {"name": p.name, "n": held.get(str(p.pk), 0)}) for p in people
    ]


def earlier_steps(view: View) -> list[tuple[int, str]]:
    """The steps between reception and this one, each with who did it."""
    if view.process is None:
        return []
    done = {held.order: held.person or "" for held in view.head.holders}
    steps = [s for s in view.process.steps if 1 < s.order < view.head.position.order]
    words = [(s.order, f"{s.order}. {_(step_words(s.kind))}", view.names.get(done.get(s.order, ""))) for s in steps]
    return [(order, f"{step}, {who}" if who else step) for order, step, who in words]
