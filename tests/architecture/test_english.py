"""English complete: every text of the source has its English, and no page under /en/ speaks Vietnamese unannounced."""

import gettext
import re

import pytest
from django.test import Client

from motcua.domain.codes import PROVINCES
from motcua.domain.dossiers import words
from motcua.records.catalogue.models import Decision, OfferingRow
from motcua.records.directory.models import Officer, Unit
from motcua.records.drafts.models import Application
from motcua.records.files.models import Attachment
from motcua.usecases.facts import calendar
from tests.architecture import msgids, pofile
from tests.architecture.leaks import foreign, leaks, without
from tests.architecture.translate import MO, PO, merged
from tests.rooms.citizens import DEVICE, NOW, PERSON, filed, filled, offerings
from tests.rooms.offices import scene, signed_in
from tests.seed import World

RUN = "run: python -m tests.architecture.translate"
# What the people of `tests.rooms.offices.scene` wrote.
WRITTEN = {
    "Đề xuất cấp. Đủ bốn thử nghiệm viên.",
    "Đồng ý, không sửa.",
    "Chứng chỉ công nhận",
    "bản chụp bị mờ",
    "Nghị định 107/2016/NĐ-CP",
}
NAMES = (*PROVINCES.values(), "Một cửa", "Tiếng Việt", "Thục Phán")


@pytest.fixture(scope="module")
def texts() -> pofile.Texts:
    return pofile.read(PO.read_text("utf-8"))


def test_the_catalogue_holds_the_texts_of_the_source_and_no_others(texts):
    assert set(texts) == {tuple(msgid) for msgid in msgids.collect()}, RUN


def test_every_text_has_its_english_in_every_form_it_needs(texts):
    wanted = {key: 1 if key[1] is None else 2 for key in texts}
    assert [key for key, said in texts.items() if len(said) != wanted[key] or not all(said)] == []


def test_what_is_filled_in_and_marked_up_is_the_same_on_both_sides(texts):
    def parts(text: str) -> tuple[set[str], int, list[str]]:
        tags = re.sub(r' lang="vi"|<span lang="vi">(.*?)</span>', r"\1", text)
        return set(re.findall(r"%\(\w+\)s", text)), text.count("%%"), sorted(re.findall(r"<[^>]+>", tags))

    assert [one for (one, _), said in texts.items() for form in said if parts(form) != parts(one)] == []


def test_only_templates_have_texts_with_markup(texts):
    plain = {tuple(msgid) for msgid in msgids.collect(".py")}
    assert [key for key, said in texts.items() if key in plain and any("<" in form for form in said)] == []


def test_english_is_written_without_vietnamese_letters(texts):
    assert [form for said in texts.values() for form in said if foreign(without(form, NAMES))] == []


def test_english_begins_and_ends_as_the_vietnamese_does(texts):
    """A small letter, a full stop, a colon: what stands before and after a text on the page expects it."""

    def shape(text: str) -> tuple[bool, str]:
        bare = re.sub(r"<[^>]+>", "", text).strip("“” ")
        return bare[:1].islower(), bare[-1:] if bare[-1:] in (".", ":", "?") else ""

    odd = [one for (one, _), said in texts.items() for form in said if shape(form) != shape(one)]
    assert odd == []


def test_the_compiled_catalogue_is_that_of_the_po_file_and_python_reads_it(texts):
    assert MO.read_bytes() == pofile.compiled(texts), RUN
    with MO.open("rb") as file:
        read = gettext.GNUTranslations(file)
    assert read.gettext("Tìm thủ tục") == "Find a procedure"
    assert [read.ngettext("%(n)s tệp không nhận được", "%(n)s tệp không nhận được", n) for n in (1, 2)] == [
        "%(n)s file was not accepted",
        "%(n)s files were not accepted",
    ]


def test_a_state_is_called_the_same_on_a_page_and_in_a_refusal(texts):
    assert {state: texts[word, None] for state, word in words.STATES.items()} == {
        state: [words.ENGLISH[state]] for state in words.STATES
    }


def test_a_fuzzy_entry_is_refused():
    with pytest.raises(ValueError, match="fuzzy"):
        pofile.read('#, fuzzy\nmsgid "Tìm"\nmsgstr "Search"\n')


def test_a_text_that_gains_a_plural_keeps_its_english_and_an_unused_one_goes():
    kept = {("%(n)s tệp", None): ["%(n)s file"], ("Thừa", None): ["Spare"]}
    assert merged(kept, [("%(n)s tệp", "%(n)s tệp"), ("Mới", None)]) == {
        ("%(n)s tệp", "%(n)s tệp"): ["%(n)s file", ""],
        ("Mới", None): [""],
    }


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('from django.utils.translation import gettext as _\n_("Một")', [("Một", None)]),
        ("from django.utils.translation import gettext_lazy as lazy\nx = f\"{lazy('Hai')}\"", [("Hai", None)]),
        ('from django.utils.translation import ngettext\nngettext("a", "b", 2)', [("a", "b")]),
        ('def _(x): ...\n_("không phải")', []),
    ],
)
def test_texts_are_found_in_python(source, found):
    assert list(msgids.of_python(source, "x.py")) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('{% translate "100% xong" as x %}', [("100%% xong", None)]),
        ('{{ a|default:_("chưa có") }}', [("chưa có", None)]),
        ("{% blocktranslate with n=a.b %}Bước {{ n }}{% endblocktranslate %}", [("Bước %(n)s", None)]),
        (
            "{% blocktranslate count n=2 %}{{ n }} a{% plural %}{{ n }} b{% endblocktranslate %}",
            [("%(n)s a", "%(n)s b")],
        ),
        ("{% blocktranslate trimmed %}\n  một\n  hai\n{% endblocktranslate %}", [("một hai", None)]),
    ],
)
def test_texts_are_found_in_templates(source, found):
    assert list(msgids.of_template(source, "x.html")) == found


def test_a_variable_that_no_table_answers_for_stops_the_collector():
    with pytest.raises(LookupError, match="no table of words"):
        list(msgids.of_python("from django.utils.translation import gettext as _\n_(anything)", "x.py"))


def test_a_leak_is_found_in_texts_and_in_what_is_only_heard():
    page = '<p>Tìm</p><p lang="vi">Tìm <b>hồ sơ</b></p><br><img alt="Ảnh"><p>Find <i lang="en">nó</i></p><script>ơ</script>'
    assert leaks(page) == ["Tìm", "Ảnh", "nó"]
    assert leaks("<h1>Một cửa Cao Bằng</h1>", NAMES) == []


PUBLIC = [
    "/en/",
    "/en/cao-bang/",
    "/en/cao-bang/quay/",
    "/en/cao-bang/co-quan/H14.19/",
    "/en/cao-bang/thu-tuc/2.002385/",
    "/en/cao-bang/thu-tuc/1.014889/",
    "/en/cao-bang/thu-tuc/3.000259/",
    "/en/cao-bang/thu-tuc/1.001786/",
    "/en/lang-son/thu-tuc/2.001259/",
    "/en/cao-bang/thu-tuc/2.002385/nop/",
    "/en/tim",
    "/en/tim?q=x+quang",
    "/en/tim?q=khong+co+gi+het",
    "/en/tra-cuu/",
    "/en/tra-cuu/?ma=H14.20-000000-0000",
    "/en/ho-so-cua-toi/",
    "/en/quay-tiep-nhan/",
    "/en/so-lieu/",
    "/en/gioi-thieu/ho-tro/",
    "/en/gioi-thieu/gia-dinh/",
    "/en/gioi-thieu/du-lieu-ca-nhan/",
    "/en/gioi-thieu/kha-nang-tiep-can/",
    "/en/can-bo/dang-nhap/",
]


@pytest.fixture
def town(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setenv("MOTCUA_NOW", NOW)
    offerings()
    return world


def holidays() -> set[str]:
    """Days off keep the names that decisions give them, and the decisions their numbers."""
    return {text for day in calendar("H14").days for text in (day.name, day.basis)}


def data() -> set[str]:
    """What people and units are called and what they wrote: nobody translates it."""
    offerings = OfferingRow.objects.select_related("decision")
    documents = [text for row in offerings for d in row.details.get("documents", ()) for text in (d["name"], d["kind"])]
    columns = (Officer, "name"), (Unit, "name"), (Application, "name"), (Application, "submitter"), (Attachment, "name")
    more = (OfferingRow, "name"), (OfferingRow, "field"), (Decision, "words"), (Application, "authority")
    return {*documents, *WRITTEN, *holidays()} | {
        text for model, column in (*columns, *more) for text in model.objects.values_list(column, flat=True)
    }


def found(client: Client, urls: list[str], allowed: set[str]) -> str:
    """Each leak with the page where it was met first, a line each; a redirect must not lead out of English."""
    said: dict[str, str] = {}
    for url in urls:
        answer = client.get(url, follow=True)
        assert answer.status_code in (200, 403, 404, 409), url
        assert answer.request["PATH_INFO"].startswith("/en/"), f"{url} leads to {answer.request['PATH_INFO']}"
        for piece in leaks(answer.content.decode(), (*NAMES, *allowed)):
            said.setdefault(piece, url)
    return "\n".join(f"{url}: {piece}" for piece, url in said.items())


def test_public_pages_are_english_but_for_what_is_marked_as_vietnamese(town: World, client: Client):
    """What a province published stays as it is: it stands under `lang="vi"`."""
    assert found(client, PUBLIC, holidays()) == ""


def test_an_applicants_pages_are_english(town: World, client: Client):
    app, typed = filled(client), {*PERSON.values(), *DEVICE.values()}
    draft = [f"/en/nop/{app.pk}/{step}/" for step in ("nguoi-nop", "noi-dung", "giay-to", "xem-lai")]
    assert found(client, draft, data() | typed) == ""
    code = filed(client).code
    own = [f"/en/tra-cuu/{code}/", f"/en/tra-cuu/{code}/rut/", "/en/ho-so-cua-toi/"]
    assert found(client, own, data() | typed) == ""


ACTS = [
    "tiep-nhan",
    "yeu-cau-bo-sung",
    "tu-choi",
    "phan-cong",
    "chuyen-buoc",
    "tra-lai",
    "phe-duyet",
    "vao-so",
    "tra-ket-qua",
    "rut",
    "dung",
]


@pytest.mark.parametrize(
    ("who", "lists", "dossiers"),
    [
        ("dat", ["quay/", "quay/ban-giao/", "quay/tra-ket-qua/", "quay/truc-tiep/?q=giay"], ["soon", "result"]),
        ("vinh", ["ban-lam-viec/", "ban-lam-viec/phong/", "ban-lam-viec/sap-den-han/"], ["assign", "review"]),
        ("ha", ["ban-lam-viec/", "ban-lam-viec/tra-cuu/?q=H14", "can-bo/toi/"], ["work", "paused", "overdue"]),
        ("son", ["ban-lam-viec/", "ban-lam-viec/?loc=late"], ["review"]),
        ("mai", ["ban-lam-viec/", "quay/"], ["result"]),
    ],
)
def test_an_officers_pages_are_english(world: World, monkeypatch, who: str, lists: list[str], dossiers: list[str]):
    monkeypatch.setenv("MOTCUA_NOW", NOW)
    named = scene(world)
    pages = [f"/en/{name}" for name in lists]
    pages += [f"/en/ban-lam-viec/{named[d].code}/{act}" for d in dossiers for act in ("", *(f"{a}/" for a in ACTS))]
    assert found(signed_in(getattr(world, who)), pages, data()) == ""
