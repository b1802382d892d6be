"""Filing for another: the owner, the filer, the capacity and its paper, from the form to the officer; online or helped."""

import re
import uuid

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from motcua.domain.dossiers import Dossier, State
from motcua.domain.procedures import Channel
from motcua.records.catalogue import queries as catalogue
from motcua.records.catalogue.models import OfferingRow
from motcua.records.drafts.models import Application
from motcua.usecases import acts, looking, representing
from motcua.usecases.execute import Target
from tests.rooms.citizens import NOW, PDF, PERSON, SUNDAY, add, filled, offerings, step
from tests.rooms.offices import SEVEN, pdf, signed_in, with_documents
from tests.seed import World
from tests.world import at

CHILD = {"through": "representative", "submitter": "Nông Văn Bách", "authority": "cha"}
COMPANY = PERSON | {"kind": "organisation", "name": "Công ty Suối Trong", "id_number": "4800000002"}
GIVEN = {"through": "authorised", "submitter": "Triệu Mùi Phấy", "paper_no": "14", "paper_date": "10/11/2026"}


@pytest.fixture(autouse=True)
def sunday(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_NOW", NOW)
    offerings()


def head_of(app: Application) -> Dossier:
    return looking.for_citizen("H14", app.code, SUNDAY).head


def sent(client: Client, app: Application) -> Application:
    answer = client.post(step(app, "xem-lai"), {"key": str(uuid.uuid4())})
    assert answer.status_code == 302, re.findall(r"<li><a href=[^>]*>([^<]*)", answer.content.decode())
    return Application.objects.get(pk=app.pk)


GAPS = [
    ("an organisation acts through somebody", COMPANY, "Tổ chức không tự nộp được"),
    ("the filer has a name", PERSON | CHILD | {"submitter": ""}, "Nhập họ và tên của bạn, người nộp thay"),
    ("a representative has a position", PERSON | CHILD | {"authority": ""}, "Ghi chức vụ hoặc quan hệ"),
    ("an authorisation has a number", PERSON | GIVEN | {"paper_no": ""}, "Nhập số của giấy ủy quyền"),
    ("an authorisation has a date", PERSON | GIVEN | {"paper_date": ""}, "Nhập ngày của giấy ủy quyền"),
    ("its file comes along", PERSON | GIVEN, "Giấy ủy quyền: chưa có tệp"),
]


@pytest.mark.parametrize(("story", "typed", "sentence"), GAPS, ids=[g[0] for g in GAPS])
def test_what_is_missing_is_asked_for_at_the_review(
    client: Client, story: str, typed: dict[str, str], sentence: str
) -> None:
    app = filled(client)
    assert client.post(step(app, "nguoi-nop"), typed).status_code == 302, "a draft is never refused"
    assert sentence in client.post(step(app, "xem-lai")).content.decode()
    assert Application.objects.get(pk=app.pk).filed_at is None


@pytest.mark.parametrize(
    ("day", "sentence"), [("10-11", "Nhập ngày theo dạng"), ("31/02/2026", "Nhập ngày"), ("30/12/2026", "chưa đến")]
)
def test_a_day_that_cannot_be_is_told_at_once_and_kept(client: Client, day: str, sentence: str) -> None:
    app = filled(client)
    page = client.post(step(app, "nguoi-nop"), PERSON | GIVEN | {"paper_date": day}).content.decode()
    assert sentence in page and f'value="{day}"' in page and 'value="Triệu Mùi Phấy"' in page


def test_the_authorised_is_named_on_review_receipt_tracking_slip_and_to_the_officer(
    client: Client, world: World
) -> None:
    app = filled(client)
    client.post(step(app, "nguoi-nop"), COMPANY | GIVEN)
    add(client, app, representing.SLOT, PDF, "giay uy quyen.pdf")
    review = client.get(step(app, "xem-lai")).content.decode()
    assert "Triệu Mùi Phấy" in review and "10/11/2026" in review and "giay uy quyen.pdf" in review
    app = sent(client, app)
    assert (head_of(app).through, head_of(app).subject) == ("authorised", "organisation")
    capacity = "theo giấy ủy quyền số 14 ngày 10/11/2026"
    receipt = client.get(f"/nop/{app.pk}/xong/").content.decode()
    own = client.get(f"/tra-cuu/{app.code}/").content.decode()
    acts.receive(Target("H14", app.code), world.dat.actor, at("2026-11-23 08:00"))
    officer = signed_in(world.dat).get(f"/ban-lam-viec/{app.code}/").content.decode()
    for page in (receipt, own, officer):
        assert "Công ty Suối Trong" in page and f"Triệu Mùi Phấy, {capacity}" in page
    slip = b"".join(client.get(f"/tra-cuu/{app.code}/giay/01-2/").streaming_content)  # type: ignore[attr-defined]
    text = "".join(p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(slip)).replace("\r\n", " ")
    assert "Triệu Mùi Phấy" in text and "giấy ủy quyền số 14" in text
    public = Client().get(f"/tra-cuu/{app.code}/").content.decode()
    assert "Triệu Mùi Phấy" not in public and "Chủ hồ sơ: Công ty Suối Trong" in public


def test_a_parent_files_for_a_child_without_a_paper(client: Client) -> None:
    app = filled(client)
    client.post(step(app, "nguoi-nop"), PERSON | CHILD)
    assert head_of(sent(client, app)).through == "representative"


def test_words_left_over_from_another_choice_name_nobody(client: Client) -> None:
    app = filled(client)
    client.post(step(app, "nguoi-nop"), PERSON | GIVEN)
    client.post(step(app, "nguoi-nop"), PERSON | GIVEN | {"through": "self"})
    assert Application.objects.get(pk=app.pk).submitter == "Triệu Mùi Phấy", "a draft keeps them"
    assert "Triệu Mùi Phấy" not in client.get(step(app, "xem-lai")).content.decode()
    app = sent(client, app)
    assert head_of(app).through is None and app.submitter == ""
    assert "Triệu Mùi Phấy" not in client.get(f"/tra-cuu/{app.code}/").content.decode()


# At the counter.

VISITOR = {
    "kind": "person",
    "name": "Hứa Thị Ngân",
    "id_number": "004091001299",
    "address": "Tổ 2, phường Tân Giang",
    "phone": "0900 000 218",
    "return_way": "counter",
    "purpose": "Cấp mới giấy chứng nhận",
    "through": "self",
    "receive": "1",
}


def scan(name: str = "quet.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, pdf(), "application/pdf")


def scans() -> dict[str, SimpleUploadedFile]:
    return {f"doc-{key}": scan() for key in ("don", "nguoi", "may")}


def test_a_commune_counter_helps_to_file_online_and_three_places_are_kept(world: World) -> None:
    with_documents()
    client = signed_in(world.phuong)
    assert "Giúp nộp trực tuyến" in client.get("/quay/truc-tiep/?q=1.014889").content.decode()
    url = client.post("/quay/truc-tiep/bat-dau/", {"help": SEVEN}).url
    unseen = client.post(url, VISITOR | scans())
    assert unseen.status_code == 422 and "Cho người nộp xem lại" in unseen.content.decode()
    again = client.post(url, VISITOR | {"confirmed": "on"})
    assert again.status_code == 302, "the scans of the first try are kept"
    assert client.post(url, VISITOR | {"confirmed": "on"}).url == again.url, "twice is once"
    page = client.get(again.url).content.decode()
    for words in ("phường Thục Phán", "Trung tâm Phục vụ hành chính công tỉnh Cao Bằng", "Sở Khoa học và Công nghệ"):
        assert words in page, words
    app = Application.objects.get()
    head = head_of(app)
    assert (head.channel, head.receiver, head.helped_at) == (Channel.ONLINE, "H14.20", "H14.103")
    assert (head.helper, head.state) == (str(world.phuong.pk), State.FILED)
    notice = b"".join(client.get(f"{url}giay-bao/").streaming_content)  # type: ignore[attr-defined]
    assert notice.startswith(b"%PDF")
    officer = signed_in(world.dat).get(f"/ban-lam-viec/{app.code}/").content.decode()
    assert "Được giúp nộp tại" in officer and "Nông Thị Phượng" in officer and "phường Thục Phán" in officer
    visitor = Client()
    visitor.get(f"/tra-cuu/{app.code}/?k={app.follow_key}")
    assert "Có cán bộ giúp nộp tại" in visitor.get(f"/tra-cuu/{app.code}/").content.decode()


def test_helping_asks_for_all_that_the_online_form_asks(world: World) -> None:
    with_documents()
    client = signed_in(world.phuong)
    url = client.post("/quay/truc-tiep/bat-dau/", {"help": SEVEN}).url
    page = client.post(url, {"kind": "person", "name": "Hứa Thị Ngân", "receive": "1"}).content.decode()
    for words in ("Nhập số định danh", "Nhập địa chỉ", "Ghi việc bạn đề nghị", "Quét giấy này rồi nộp lại"):
        assert words.lower() in page.lower(), words
    assert "Hứa Thị Ngân" in client.get(url).content.decode() and not Application.objects.get().code


def test_a_dossier_helped_by_another_officer_is_not_shown(world: World) -> None:
    with_documents()
    client = signed_in(world.phuong)
    url = client.post("/quay/truc-tiep/bat-dau/", {"help": SEVEN}).url
    done = client.post(url, VISITOR | scans() | {"confirmed": "on"}).url
    for address in (done, f"{url}giay-bao/"):
        assert signed_in(world.dat).get(address).status_code == 404


def test_a_procedure_without_an_online_form_is_not_helped_online(world: World) -> None:
    OfferingRow.objects.filter(pk=SEVEN).update(level="information")
    catalogue.forget()
    client = signed_in(world.phuong)
    assert "Giúp nộp trực tuyến" not in client.get("/quay/truc-tiep/?q=1.014889").content.decode()
    url = client.post("/quay/truc-tiep/bat-dau/", {"help": SEVEN}).url
    assert client.post(url, VISITOR | {"confirmed": "on"}).status_code == 422
    assert not Application.objects.get().code


def test_direct_intake_for_another_wants_the_scan_of_the_authorisation(world: World) -> None:
    client = signed_in(world.dat)
    url = client.post("/quay/truc-tiep/bat-dau/", {"offering": SEVEN}).url
    typed = VISITOR | GIVEN | {"channel": "counter"}
    refused = client.post(url, typed)
    assert refused.status_code == 422 and "quét giấy ủy quyền" in refused.content.decode().lower()
    assert client.post(url, typed | {"doc-uy-quyen": scan("uy-quyen.pdf")}).status_code == 302
    assert head_of(Application.objects.get()).through == "authorised"


def test_a_letter_keeps_the_day_of_its_postmark(world: World) -> None:
    client = signed_in(world.dat)
    url = client.post("/quay/truc-tiep/bat-dau/", {"offering": SEVEN}).url
    typed = VISITOR | {"kind": "organisation", "channel": "post"}
    for wrong in ("hôm qua", "25/11/2026"):
        answer = client.post(url, typed | {"postmark": wrong})
        assert answer.status_code == 422 and wrong in answer.content.decode()
    assert client.post(url, typed | {"postmark": "20/11/2026"}).status_code == 302
    app = Application.objects.get()
    page = client.get(f"/ban-lam-viec/{app.code}/").content.decode()
    assert "Dấu bưu chính" in page and "20/11/2026" in page
