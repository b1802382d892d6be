"""What the import contracts cannot show: keys that cross rooms, things that nobody uses, pages that fell behind."""

import re
import subprocess
import typing
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.template.loader import get_template

from motcua.domain.dossiers import Delivery, Money, TickKind, codec, events, words
from motcua.domain.dossiers.refusals import SENTENCES
from motcua.domain.dossiers.states import MAY, Act, State, Who
from motcua.domain.procedures import Role, StepKind
from tests.architecture import draw

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "motcua"


def test_no_foreign_key_crosses_from_one_room_to_another():
    crossing = [
        f"{model._meta.label}.{field.name} → {field.related_model._meta.label}"
        for model in apps.get_models()
        if model.__module__.startswith("motcua.")
        for field in model._meta.get_fields()
        if field.is_relation and field.many_to_one and field.related_model._meta.app_label != model._meta.app_label
    ]
    assert crossing == []


def test_rooms_and_project_have_no_tables():
    assert [
        m._meta.label for m in apps.get_models() if re.match(r"motcua\.(rooms|project|ui|ops)\.", m.__module__)
    ] == []


@pytest.mark.django_db
def test_models_and_migrations_agree():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_every_event_is_known_to_the_codec_and_named_in_past_tense():
    names = {kind.__name__ for kind in typing.get_args(events.Event)}
    assert names == set(codec.EVENTS)
    irregular = {"StepSentBack"}
    assert [n for n in names - irregular if not re.search(r"(ed|Over|Back|n)$", n)] == []


def test_every_state_act_and_refusal_has_its_words():
    assert set(words.STATES) == set(State)
    assert set(words.ACT_NAMES) == set(Act)
    assert set(words.ENGLISH) == {*State, *Act, *StepKind, *Money, *Delivery, *TickKind}
    assert all(vietnamese and english for vietnamese, english in SENTENCES.values())


# Django looks these up by their names.
BY_DJANGO = re.compile(r"(400|403|403_csrf|404|500)\.html")


def test_every_template_is_used_and_compiles():
    code = "\n".join(p.read_text("utf-8") for p in SOURCE.rglob("*") if p.suffix in (".py", ".html"))
    unused = []
    for path in SOURCE.rglob("templates/**/*.html"):
        name = path.relative_to(next(p for p in path.parents if p.name == "templates")).as_posix()
        get_template(name)
        # A room may name its templates without folder and ending, or put the last part together: "gallery_{face}".
        short = name.removesuffix(".html").partition("/")[2] or name.removesuffix(".html")
        spellings = {name, short, short.rpartition("/")[2], f"{short.rpartition('_')[0]}_{{face}}"}
        if not BY_DJANGO.fullmatch(name) and not any(f'"{s}"' in code or f"/{s}.html" in code for s in spellings):
            unused.append(name)
    assert unused == []


@pytest.mark.parametrize("page", draw.PAGES, ids=lambda page: page.name)
def test_a_drawn_page_is_the_one_of_the_tables(page):
    assert page.read_text("utf-8") == draw.PAGES[page](), "run: python -m tests.architecture.draw"


def test_every_role_and_every_relation_is_named_on_the_page_of_permissions():
    assert set(draw.ROLES) == set(Role)
    assert set(draw.RELATIONS) == set(MAY) == set(Who)


def test_every_act_on_a_dossier_stands_in_the_glossary():
    glossary = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    assert [act.value for act in Act if f"`Act.{act.name}`" not in glossary] == []


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return [ROOT / name for name in listed.split("\0") if name]


def test_nothing_in_the_repository_names_an_index_or_a_path_of_a_machine():
    banned = re.compile(r"pythonhosted|pypi\.org|registry\.npmjs|deb\.debian\.org|/work/|/root/[a-z]|cdn\.")
    found = [
        f"{path.relative_to(ROOT)}: {hit[0]}"
        for path in tracked()
        if path.suffix in {".py", ".md", ".toml", ".lock", ".html", ".css", ".js", ".json", ".txt", ".typ", ""}
        and path.name != Path(__file__).name
        and path.exists()
        and (hit := banned.search(path.read_text("utf-8", errors="ignore")))
    ]
    assert found == []


def test_the_domain_uses_the_standard_library_only():
    probe = (
        "import sys, motcua.domain.dossiers, motcua.domain.dossiers.codec, motcua.domain.codes;"
        "print([m for m in sys.modules if m.split('.')[0] in ('django', 'psycopg', 'typst', 'ninja')])"
    )
    done = subprocess.run([ROOT / ".venv/bin/python", "-c", probe], capture_output=True, text=True, cwd=ROOT)
    assert done.stdout.strip() == "[]", done.stderr
