"""Every act walked through its page: done by the right person, refused to everybody else, once for two clicks."""

import re
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.domain.dossiers import State
from motcua.usecases import acts, looking
from motcua.usecases.execute import Target
from tests.rooms.offices import EIGHT, SEVEN, Walk, filed, pdf, signed_in
from tests.world import at


@pytest.fixture(autouse=True)
def sunday_morning(monkeypatch):
    monkeypatch.setenv("MOTCUA_NOW", "2026-11-22T09:42+07:00")


@dataclass(frozen=True)
class Row:
    """One act: how far the dossier is, who does it, what is typed, and the state afterwards."""

    slug: str
    stage: str
    by: str
    typed: dict[str, Any]
    state: State
    offering: str = SEVEN
    also: tuple[str, ...] = ()
    files: dict[str, str] = field(default_factory=dict)
    unit: str = ""


GROUNDS = {"reason": "Không thuộc thẩm quyền của tỉnh", "basis": "Điều 9 Nghị định 118/2025/NĐ-CP"}
LIST = {
    "rows": "3",
    "what_1": "Chứng chỉ công nhận",
    "reason_1": "bản chụp bị mờ",
    "basis": "Điều 5 Nghị định 107/2016",
}
OPINION = {"kind": "work", "proposal": "grant", "note": "Đủ bốn thử nghiệm viên."}
ROWS = (
    Row("tiep-nhan", "filed", "dat", {}, State.RECEIVED),
    Row("tu-choi", "filed", "dat", GROUNDS, State.REFUSED),
    Row("yeu-cau-bo-sung", "filed", "dat", LIST, State.SUPPLEMENTING),
    Row("rut", "filed", "dat", {"reason": "Người nộp đề nghị"}, State.WITHDRAWN),
    Row("chuyen-buoc", "received", "dat", {"note": ""}, State.PROCESSING, unit="H14.19.02"),
    Row("phan-cong", "handed_over", "vinh", {"to": "ha"}, State.PROCESSING, unit="H14.19.02"),
    Row("yeu-cau-bo-sung", "assigned", "ha", LIST, State.SUPPLEMENTING),
    Row("chuyen-buoc", "assigned", "ha", OPINION, State.PROCESSING),
    Row("chuyen-buoc", "appraised", "vinh", {"note": "Đồng ý"}, State.PROCESSING, unit="H14.19"),
    Row("tra-lai", "appraised", "vinh", {"order": "3", "reason": "Thiếu bảng 2"}, State.PROCESSING, unit="H14.19.02"),
    Row("phe-duyet", "reviewed", "son", {}, State.PROCESSING),
    Row("vao-so", "approved", "mai", {}, State.FINISHED, files={"file": "kq.pdf"}, unit="H14.20"),
    Row("vao-so", "approved", "mai", {}, State.PROCESSING, offering=EIGHT),
    Row("chuyen-co-quan", "registered", "mai", {}, State.PROCESSING, offering=EIGHT, unit="H14.00.01"),
    Row(
        "chuyen-tra", "at_province", "tung", {}, State.FINISHED, offering=EIGHT, files={"file": "qd.pdf"}, unit="H14.20"
    ),
    Row("tra-ket-qua", "registered", "dat", {"way": "counter"}, State.DELIVERED),
    Row("nop-bo-sung", "supplementing", "dat", {}, State.PROCESSING, files={"files": "bo sung.pdf"}),
    Row("dung", "assigned", "vinh", GROUNDS, State.STOPPED, also=("son",)),
)


def stage(world, row: Row):
    if row.stage == "filed":
        return filed("2026-11-20 08:05", row.offering)
    return getattr(Walk(world, row.offering), row.stage)().head


def posted(world, row: Row, head, key: str) -> dict[str, Any]:
    typed = {name: getattr(world, value).pk if value == "ha" else value for name, value in row.typed.items()}
    uploads = {name: SimpleUploadedFile(filename, pdf(), "application/pdf") for name, filename in row.files.items()}
    return typed | uploads | {"seen": head.version, "key": key}


def version(world, head) -> int:
    return looking.for_citizen("H14", head.code, at("2026-11-22 09:42")).head.version


def hidden(page: str, name: str) -> str:
    return re.search(rf'name="{name}" value="([^"]*)"', page).group(1)


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r.slug}-{r.stage}-{r.offering[4:5]}")
def test_the_right_person_does_it_through_the_page_and_everybody_else_is_refused(world, row):
    head = stage(world, row)
    url = f"/ban-lam-viec/{head.code}/{row.slug}/"
    for name in world.people.keys() - {row.by, *row.also}:
        answer = signed_in(getattr(world, name)).post(url, posted(world, row, head, f"wrong-{name}"))
        assert answer.status_code in (403, 404), (
            name,
            answer.content.decode()[answer.content.decode().find("errsum") :][130:420],
        )
        assert version(world, head) == head.version, name
    client = signed_in(getattr(world, row.by))
    assert client.get(url).status_code == 200
    answer = client.post(url, posted(world, row, head, "once"))
    assert answer.status_code == 302 and answer.url == f"/ban-lam-viec/{head.code}/?xong={row.slug}"
    after = looking.for_citizen("H14", head.code, at("2026-11-22 09:42")).head
    assert after.state is row.state and after.version > head.version
    assert row.unit in ("", after.position.unit)
    assert client.get(answer.url).status_code == 200
    again = client.post(url, posted(world, row, head, "once"))
    assert again.status_code == 302, "a second click is answered like the first"
    assert version(world, head) == after.version


def test_reception_gives_a_slip_that_is_a_pdf_with_the_code(world):
    head = filed()
    client = signed_in(world.dat)
    page = client.post(f"/ban-lam-viec/{head.code}/tiep-nhan/", {"seen": 1, "key": "k"}, follow=True).content.decode()
    assert "Đã tiếp nhận hồ sơ" in page and "17:30 thứ Tư, 02/12/2026" in page
    url = re.search(r'href="([^"]*/giay/01-[^"]*\.pdf)"', page).group(1)
    slip = client.get(url)
    assert slip["Content-Type"] == "application/pdf"
    assert head.code in "".join(p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(slip.content))


def test_a_stale_page_says_who_was_faster_and_keeps_what_was_typed(world):
    head = Walk(world).assigned().head
    client = signed_in(world.ha)
    url = f"/ban-lam-viec/{head.code}/chuyen-buoc/"
    page = client.get(url).content.decode()
    acts.stop(Target("H14", head.code), world.vinh.actor, at("2026-11-22 09:41"), **GROUNDS)
    answer = client.post(url, OPINION | {"seen": hidden(page, "seen"), "key": hidden(page, "key")})
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Bế Quang Vinh dừng giải quyết hồ sơ" in text and "09:41" in text
    assert "Việc “Trình lãnh đạo phòng” của bạn <b>chưa</b> được thực hiện" in text
    assert "Đủ bốn thử nghiệm viên." in text
    assert version(world, head) == head.version + 1


def test_after_a_stale_page_the_act_can_be_done_with_what_was_typed(world):
    head = Walk(world).received().head
    client = signed_in(world.dat)
    url = f"/ban-lam-viec/{head.code}/chuyen-buoc/"
    client.post(url, {"seen": head.version - 1, "key": "k1", "note": "Kèm một bản giấy"})
    page = client.get(url).content.decode()
    assert "Kèm một bản giấy" in page and "được giữ lại" in page
    assert "được giữ lại" not in client.get(url).content.decode(), "kept once, not for ever"


def test_what_the_rules_refuse_stands_above_the_form_with_everything_typed(world):
    head = Walk(world).approved().head
    client = signed_in(world.mai)
    answer = client.post(f"/ban-lam-viec/{head.code}/vao-so/", {"seen": head.version, "key": "k"})
    assert answer.status_code == 422
    assert "Chưa có tệp kết quả" in answer.content.decode()
    assert version(world, head) == head.version


def test_a_form_without_its_reason_says_so_and_keeps_the_rest(world):
    head = filed()
    answer = signed_in(world.dat).post(f"/ban-lam-viec/{head.code}/tu-choi/", {"reason": "", "basis": "Điều 9"})
    text = answer.content.decode()
    assert answer.status_code == 422 and "Lỗi:" in text
    assert "Ghi lý do từ chối bằng lời người nộp hiểu được".lower()[1:] in text.lower()
    assert 'value="Điều 9"' in text
    assert version(world, head) == head.version


def test_a_result_that_is_no_pdf_is_not_taken(world):
    head = Walk(world).approved().head
    fake = SimpleUploadedFile("kq.pdf", b"MZ\x90\x00 not a pdf")
    data = {"seen": head.version, "key": "k", "file": fake}
    answer = signed_in(world.mai).post(f"/ban-lam-viec/{head.code}/vao-so/", data)
    assert answer.status_code == 422 and "kết quả phải là tệp PDF" in answer.content.decode()
    assert version(world, head) == head.version


def test_a_file_of_a_refused_act_does_not_stay_in_the_dossier(world):
    head = Walk(world).approved().head
    data = {"seen": head.version - 1, "key": "k", "file": SimpleUploadedFile("kq.pdf", pdf())}
    assert signed_in(world.mai).post(f"/ban-lam-viec/{head.code}/vao-so/", data).status_code == 409
    view = looking.for_officer("H14", head.code, world.mai.actor, at("2026-11-22 09:42"))
    assert view.files == ()


def test_the_number_of_the_register_is_shown_after_it_was_given(world):
    head = Walk(world).approved().head
    data = {"seen": head.version, "key": "k", "file": SimpleUploadedFile("kq.pdf", pdf())}
    page = signed_in(world.mai).post(f"/ban-lam-viec/{head.code}/vao-so/", data, follow=True).content.decode()
    assert "1/KQ-SKHCN" in page


def test_one_more_line_loses_nothing_of_the_list(world):
    head = filed()
    typed = LIST | {"what_3": "Danh mục thiết bị", "add": "1"}
    page = signed_in(world.dat).post(f"/ban-lam-viec/{head.code}/yeu-cau-bo-sung/", typed).content.decode()
    assert 'name="what_4"' in page and 'value="Danh mục thiết bị"' in page and 'value="bản chụp bị mờ"' in page
    assert "Lỗi:" not in page and version(world, head) == 1


def test_a_point_without_its_reason_is_asked_for(world):
    head = filed()
    typed = LIST | {"what_2": "Danh mục thiết bị"}
    answer = signed_in(world.dat).post(f"/ban-lam-viec/{head.code}/yeu-cau-bo-sung/", typed)
    assert answer.status_code == 422 and "ghi vì sao cần giấy tờ này" in answer.content.decode()


def test_an_appraisal_needs_an_opinion_and_a_proposal(world):
    head = Walk(world).assigned().head
    url = f"/ban-lam-viec/{head.code}/chuyen-buoc/"
    answer = signed_in(world.ha).post(url, {"kind": "work", "seen": head.version, "key": "k"})
    assert answer.status_code == 422 and version(world, head) == head.version


def test_an_opinion_is_kept_while_it_is_typed_and_gone_once_passed_on(world):
    head = Walk(world).assigned().head
    client = signed_in(world.ha)
    saved = client.post(f"/ban-lam-viec/{head.code}/y-kien/luu", {"note": "Phép thử số 7", "proposal": "deny"})
    assert saved.json() == {"saved_at": "09:42"}
    for url in (f"/ban-lam-viec/{head.code}/", f"/ban-lam-viec/{head.code}/chuyen-buoc/"):
        assert "Phép thử số 7" in client.get(url).content.decode()
    client.post(f"/ban-lam-viec/{head.code}/chuyen-buoc/", OPINION | {"seen": head.version, "key": "k"})
    assert "opinions" not in client.session or head.code not in client.session["opinions"]


def test_a_sent_back_dossier_returns_to_the_person_who_did_the_step(world):
    head = Walk(world).reviewed().head
    client = signed_in(world.son)
    page = client.get(f"/ban-lam-viec/{head.code}/tra-lai/").content.decode()
    assert "3. Thẩm định, Nông Thu Hà" in page
    client.post(
        f"/ban-lam-viec/{head.code}/tra-lai/", {"order": 3, "reason": "Thiếu bảng 2", "seen": head.version, "key": "k"}
    )
    after = looking.for_officer("H14", head.code, world.ha.actor, at("2026-11-22 09:42")).head
    assert after.position.person == str(world.ha.pk)
    assert "Thiếu bảng 2" in signed_in(world.ha).get(f"/ban-lam-viec/{head.code}/").content.decode()


def test_the_choice_of_a_specialist_shows_what_each_one_holds(world):
    Walk(world).assigned()
    head = Walk(world).handed_over().head
    page = signed_in(world.vinh).get(f"/ban-lam-viec/{head.code}/phan-cong/").content.decode()
    assert "Nông Thu Hà, đang giữ 1 hồ sơ" in page and "Hoàng Mai Lan, đang giữ 0 hồ sơ" in page


def test_somebody_of_another_division_cannot_be_chosen(world):
    head = Walk(world).handed_over().head
    data = {"to": world.khach.pk, "seen": head.version, "key": "k"}
    answer = signed_in(world.vinh).post(f"/ban-lam-viec/{head.code}/phan-cong/", data)
    assert answer.status_code == 422 and "không phải là chuyên viên của phòng" in answer.content.decode()


def test_an_act_costs_its_two_round_trips_beside_session_and_user(world, django_assert_max_num_queries):
    head = filed()
    client = signed_in(world.dat)
    client.get(f"/ban-lam-viec/{head.code}/")
    with django_assert_max_num_queries(4):
        client.post(f"/ban-lam-viec/{head.code}/tiep-nhan/", {"seen": 1, "key": "k"})
    assert version(world, head) == 2


@pytest.mark.parametrize(("offering", "end"), [(SEVEN, "H14.20"), (EIGHT, "H14.20")])
def test_from_hand_to_hand_as_the_internal_process_says_by_pages_alone(world, offering, end):
    head = filed("2026-11-20 08:05", offering)
    seven = [
        ("dat", "tiep-nhan", {}),
        ("dat", "chuyen-buoc", {}),
        ("vinh", "phan-cong", {"to": world.ha.pk}),
        ("ha", "chuyen-buoc", OPINION),
        ("vinh", "chuyen-buoc", {"note": "Đồng ý"}),
        ("son", "phe-duyet", {}),
        ("mai", "vao-so", {"file": True}),
        ("dat", "tra-ket-qua", {"way": "counter"}),
    ]
    province = [("mai", "chuyen-co-quan", {}), ("tung", "chuyen-tra", {"file": True})]
    for who, slug, typed in seven[:-1] + (province if offering == EIGHT else []) + seven[-1:]:
        client = signed_in(getattr(world, who))
        url = f"/ban-lam-viec/{head.code}/{slug}/"
        page = client.get(url).content.decode()
        upload = {"file": SimpleUploadedFile("kq.pdf", pdf("Ket qua"))} if typed.get("file") else {}
        data = typed | upload | {"seen": hidden(page, "seen"), "key": hidden(page, "key")}
        assert client.post(url, data).status_code == 302, (who, slug)
    after = looking.for_officer("H14", head.code, world.dat.actor, at("2026-11-22 09:42")).head
    assert after.state is State.DELIVERED and after.position.unit == end
    assert after.result.number.startswith("1/") and after.result.file
