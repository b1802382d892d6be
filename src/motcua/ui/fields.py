"""A form field and a form's errors as plain values for the templates: ids, descriptions, order."""

from typing import Any

from django.forms import BoundField, CheckboxInput, CheckboxSelectMultiple, ClearableFileInput, RadioSelect


def context(bound: BoundField, unit: str, width: int | str, hint: str, optional: bool | None) -> dict[str, Any]:
    """Return what ui/field.html needs. The input hears hint, error and unit, in the order in which they are read."""
    ident = bound.auto_id or bound.html_name
    hint = hint or bound.help_text
    unit = unit if shape(bound) == "line" and not bound.is_hidden else ""
    described = [f"{ident}-hint"] * bool(hint) + [f"{ident}-err"] * bool(bound.errors) + [f"{ident}-unit"] * bool(unit)
    return {
        "bound": bound,
        "ident": ident,
        "hint": hint,
        "unit": unit,
        "shape": shape(bound),
        "described": " ".join(described),
        "optional": not bound.field.required if optional is None else optional,
        "widget": bound.as_widget(attrs=_attributes(bound, described, width)),
    }


def shape(bound: BoundField) -> str:
    """How the field stands on the page: "choices" in a fieldset, "check" with its label behind, else "line"."""
    widget = bound.field.widget
    if isinstance(widget, RadioSelect | CheckboxSelectMultiple):
        return "choices"
    if isinstance(widget, CheckboxInput):
        return "check"
    return "file" if isinstance(widget, ClearableFileInput) else "line"


def errors(forms: Any) -> list[tuple[str, str, str]]:
    """Return (id of the input, label, sentence) for every error; errors of a whole form carry neither id nor label."""
    found: list[tuple[str, str, str]] = []
    for form in forms:
        if not getattr(form, "errors", None):
            continue
        found += [("", "", str(sentence)) for sentence in form.non_field_errors()]
        found += [(_target(b), str(b.label), _lowered(str(e))) for b in form for e in b.errors]
    return found


def _target(bound: BoundField) -> str:
    """The first input of a group carries the number 0; there the link of the summary must land."""
    return f"{bound.auto_id}_0" if shape(bound) == "choices" else bound.auto_id


def _attributes(bound: BoundField, described: list[str], width: int | str) -> dict[str, str]:
    given = bound.field.widget.attrs
    attributes = {}
    if described and shape(bound) != "choices":
        attributes["aria-describedby"] = " ".join(described)
    if bound.errors:
        attributes["aria-invalid"] = "true"
    if width:
        attributes["class"] = " ".join(filter(None, [given.get("class", ""), f"w{width}"]))
    return attributes


def _lowered(sentence: str) -> str:
    """After "Label: " a sentence goes on in lower case, unless it begins with an abbreviation."""
    return sentence[:1].lower() + sentence[1:] if sentence[1:2].islower() or sentence[1:2] == " " else sentence
