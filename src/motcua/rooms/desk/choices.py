"""What can be chosen in an act of one dossier: people with what they hold, steps with who did them."""

from django.utils.translation import gettext as _

from motcua.domain.dossiers import Opinion
from motcua.domain.dossiers.places import unit_of
from motcua.domain.dossiers.words import step_words
from motcua.projections.worklist import queries as worklist
from motcua.records.directory import queries as directory
from motcua.usecases.looking import View


def specialists(view: View) -> list[tuple[str, str]]:
    """Who can be given this dossier: the specialists of the unit that the next step lies with, and what they hold."""
    step = view.process.following(view.head.position.order) if view.process else None
    if step is None:
        return []
    unit = unit_of(step, view.head)
    people, held = directory.specialists(unit), worklist.load(unit)
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


def colleagues(view: View) -> list[tuple[str, str]]:
    """Who else of the holding division can be given this work, with what they hold already."""
    unit, holder = view.head.position.unit, view.head.position.person
    held = worklist.load(unit)
    return [
        (str(p.pk), _("%(name)s, đang giữ %(n)s hồ sơ") % {"name": p.name, "n": held.get(str(p.pk), 0)})
        for p in directory.specialists(unit)
        if str(p.pk) != holder
    ]


def question(view: View) -> Opinion | None:
    """The open question that this viewer's unit, or the unit of a post they stand in for, is asked."""
    viewer = view.viewer
    mine = {viewer.unit, *(hat.unit for hat in viewer.hats)} if viewer else set()
    return next((asked for asked in view.head.asked if asked.unit in mine), None)


def divisions(view: View) -> list[tuple[str, str]]:
    """Every division of the province, named with its agency: where a dossier can be routed to."""
    known = directory.units()
    named = [
        (unit.id, f"{known[unit.parent_id].name}, {unit.name}")
        for unit in known.values()
        if unit.kind == "division" and unit.province == view.head.province and unit.parent_id in known
    ]
    return sorted(named, key=lambda pair: pair[1])


def units(view: View) -> list[tuple[str, str]]:
    """Who can be asked for an opinion: the province's divisions and agencies, not the unit that holds the dossier."""
    agencies = [
        (unit.id, unit.name)
        for unit in directory.units().values()
        if unit.kind in ("agency", "office") and unit.province == view.head.province
    ]
    return sorted(
        (pair for pair in (*divisions(view), *agencies) if pair[0] != view.head.position.unit),
        key=lambda pair: pair[1],
    )
