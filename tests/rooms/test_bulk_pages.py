"""Many dossiers at once on the screen: a whole list chosen, what to expect said before, progress, results, the rest."""

import re

import pypdfium2
import pytest

from motcua.domain.dossiers import Act, State
from motcua.records import store
from motcua.records.jobs.models import Item, Job
from motcua.usecases import acts, bulk
from motcua.usecases.execute import Target
from tests.rooms.offices import Walk, filed, signed_in
from tests.world import at

A = "/ban-lam-viec/cung-luc/"
NOW = at("2026-11-22 09:42")


@pytest.fixture(autouse=True)
def sunday_morning(monkeypatch):
    monkeypatch.setenv("MOTCUA_NOW", NOW.isoformat())
    # What one request does depends on the machine; the tests of the job itself show that slices add up.
    monkeypatch.setattr(bulk, "SLICE", 60.0)


def picks_of(page: str) -> list[str]:
    return re.findall(r'name="pick" value="([^"]+)"', page)


def key_of(page: str) -> str:
    return re.search(r'name="key" value="([^"]+)"', page).group(1)


def head(code: str):
    return store.read("H14", code)[0].head


def waiting_job(world, count: int = 3) -> Job:
    wishes = [bulk.Wish(filed().code, 1) for _ in range(count)]
    return bulk.start("H14", world.dat.actor, Act.RECEIVE, wishes, {}, NOW, key="k")


def test_a_whole_list_is_chosen_across_its_pages_and_received(world):
    codes = {filed(f"2026-11-20 08:{n:02}").code for n in range(55)}
    client = signed_in(world.dat)
    queue = client.get("/quay/").content.decode()
    assert len(picks_of(queue)) == 50 and "Chọn cả 55 hồ sơ trong danh sách này" in queue
    asked = client.get(f"{A}receive/", {"all": "intake", "loc": "", "pick": picks_of(queue)[:1]}).content.decode()
    assert {pick.split(":")[0] for pick in picks_of(asked)} == codes and "Tiếp nhận cho 55 hồ sơ" in asked
    done = client.post(f"{A}receive/", {"pick": picks_of(asked), "key": key_of(asked)}, follow=True).content.decode()
    assert "Đã tiếp nhận 55 hồ sơ." in done and all(code in done for code in codes)
    assert {head(code).state for code in codes} == {State.RECEIVED}


def test_the_list_that_is_chosen_whole_is_the_one_that_was_filtered(world):
    late, fresh = filed("2026-11-18 08:05"), filed("2026-11-21 20:15")
    asked = signed_in(world.dat).get(f"{A}receive/", {"all": "intake", "loc": "late"}).content.decode()
    assert late.code in asked and fresh.code not in asked
    mine = signed_in(world.khach).get(f"{A}receive/", {"all": "intake"}).content.decode()
    assert "Chưa chọn hồ sơ nào" in mine, "a list is always one's own"


def test_before_it_is_done_the_page_says_what_is_late_gone_and_elsewhere(world):
    late, work = Walk(world, when="2026-11-02 08:15").handed_over().head, Walk(world).assigned().head
    gone = Walk(world).approved().head
    picks = [f"{h.code}:{h.version}:2" for h in (late, work, gone)]
    page = signed_in(world.vinh).get(f"{A}assign/", {"pick": picks}).content.decode()
    assert "1 hồ sơ bạn chọn không còn trong phần việc của bạn" in page
    assert "1 hồ sơ đang ở bước khác" in page and "1 hồ sơ trong số này đã quá hạn" in page
    assert re.findall(r'value="([^":]+):[^"]*" checked', page) == [late.code]
    assert "Phân công cho 1 hồ sơ" in page


def test_more_than_five_hundred_are_refused_with_a_sentence_and_nothing_is_done(world):
    one = filed()
    picks = [f"{one.code}:1:0", *(f"H14.20-261120-{n:04}:1:0" for n in range(1000, 1500))]
    answer = signed_in(world.dat).post(f"{A}receive/", {"pick": picks, "key": "k"})
    assert answer.status_code == 422 and "nhiều nhất 500 hồ sơ, bạn chọn 501" in answer.content.decode()
    assert Job.objects.count() == 0 and head(one.code).version == 1


def test_a_page_sent_twice_is_one_job_and_another_choice_under_its_key_is_asked_again(world):
    codes = [filed().code for _ in range(2)]
    client = signed_in(world.dat)
    data = {"pick": [f"{code}:1:0" for code in codes], "key": "k"}
    first, again = (client.post(f"{A}receive/", data) for _ in range(2))
    assert first.url == again.url and Job.objects.count() == 1
    other = client.post(f"{A}receive/", data | {"pick": [f"{filed().code}:1:0"]})
    assert other.status_code == 409 and key_of(other.content.decode()) != "k"


def test_a_slice_ends_when_its_time_is_up_and_the_next_goes_on(world, monkeypatch):
    monkeypatch.setattr(bulk, "SLICE", 0.0)
    job, client = waiting_job(world), signed_in(world.dat)
    for said in ("Đã tiếp nhận 1 trong 3 hồ sơ.", "Đã tiếp nhận 2 trong 3 hồ sơ.", "Đã tiếp nhận 3 hồ sơ."):
        assert said in client.post(f"{A}viec/{job.pk}/", follow=True).content.decode()


def test_without_javascript_a_button_does_the_next_slice_and_looking_does_nothing(world):
    job, client = waiting_job(world), signed_in(world.dat)
    path = f"{A}viec/{job.pk}/"
    page = client.get(path).content.decode()
    assert "Đã tiếp nhận 0 trong 3 hồ sơ." in page and f'action="{path}"' in page and "Làm tiếp" in page
    assert Item.objects.filter(state="waiting").count() == 3
    assert client.post(path).url == path
    after = client.get(path).content.decode()
    assert "Đã tiếp nhận 3 hồ sơ." in after and "Làm tiếp" not in after and 'value="3"' in after


def test_with_htmx_only_the_part_that_changes_comes_back_and_is_spoken(world):
    job, client = waiting_job(world), signed_in(world.dat)
    part = client.post(f"{A}viec/{job.pk}/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part and 'role="status" hx-swap-oob="innerHTML">Đã tiếp nhận 3 hồ sơ.' in part


def test_what_was_not_done_is_chosen_anew_with_the_same_parameters(world):
    good, stale = (Walk(world).handed_over().head for _ in range(2))
    acts_by_vinh = [f"{good.code}:{good.version}:2", f"{stale.code}:1:2"]
    client = signed_in(world.vinh)
    data = {"pick": acts_by_vinh, "key": "k", "to": world.lan.pk, "note": "Làm trước thứ Tư"}
    done = client.post(f"{A}assign/", data, follow=True).content.decode()
    assert "Đã phân công 1 hồ sơ. 1 hồ sơ chưa làm được và giữ nguyên." in done
    again = re.search(r'href="([^"]+\?viec=[^"]+)"', done).group(1)
    page = client.get(again).content.decode()
    assert picks_of(page) == [f"{stale.code}:{stale.version}:2"] and "Làm trước thứ Tư" in page
    assert re.search(rf'value="{world.lan.pk}"[^>]* checked', page)
    client.post(f"{A}assign/", {"pick": picks_of(page), "key": key_of(page), "to": world.lan.pk, "note": ""})
    assert head(stale.code).position.person == str(world.lan.pk)


def test_results_are_delivered_as_each_applicant_wished(world):
    heads = [Walk(world, return_way=way).registered().head for way in ("post", "online")]
    client = signed_in(world.dat)
    queue = client.get("/quay/tra-ket-qua/").content.decode()
    page = client.get(f"{A}deliver/", {"pick": picks_of(queue)}).content.decode()
    assert "Qua bưu chính công ích, 1 hồ sơ" in page
    client.post(f"{A}deliver/", {"pick": picks_of(page), "key": key_of(page), "way": "wished"})
    assert {head(h.code).state for h in heads} == {State.DELIVERED}
    given = {item.code: item.params["way"] for item in Item.objects.all()}
    assert given == {heads[0].code: "post", heads[1].code: "online"}


def test_the_result_of_each_dossier_can_be_taken_along_as_a_table(world):
    job, client = waiting_job(world, 2), signed_in(world.dat)
    stale = Item.objects.get(n=2).code
    acts.refuse(Target("H14", stale), world.dat.actor, NOW, reason="Hết hạn", basis="Điều 9")
    client.post(f"{A}viec/{job.pk}/")
    answer = client.get(f"{A}viec/{job.pk}/ket-qua.csv")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert answer["Content-Disposition"].startswith('attachment; filename="receive-')
    assert lines[1] == f"1;{Item.objects.get(n=1).code};Đã làm;22/11/2026 09:42;" + Item.objects.get(n=1).sentence
    assert stale in lines[2] and "Chưa làm được" in lines[2] and "Lý Minh Đạt từ chối tiếp nhận" in lines[2]


def test_a_stopped_job_says_what_is_left_and_my_jobs_are_listed(world):
    job, client = waiting_job(world), signed_in(world.dat)
    client.post(f"{A}viec/{job.pk}/dung/")
    page = client.get(f"{A}viec/{job.pk}/").content.decode()
    assert "Đã dừng theo yêu cầu; 3 hồ sơ chưa làm." in page and f"?viec={job.pk}" in page
    assert f"{A}viec/{job.pk}/" in client.get(A).content.decode()
    assert f"{A}viec/{job.pk}/" not in signed_in(world.phuong).get(A).content.decode()


def test_a_job_of_somebody_else_is_one_that_is_not_there(world):
    job, client = waiting_job(world), signed_in(world.phuong)
    for path in (f"{A}viec/{job.pk}/", f"{A}viec/{job.pk}/ket-qua.csv", f"{A}receive/?viec={job.pk}"):
        assert client.get(path).status_code == 404, path
    assert client.post(f"{A}viec/{job.pk}/").status_code == 404
    assert client.post(f"{A}viec/{job.pk}/dung/").status_code == 404
    assert Item.objects.filter(state="waiting").count() == 3


@pytest.mark.parametrize("pick", ["", ":::", "a/b:1:1", "H14:x:1", "H14.20-261120-0001:99999999999:1", "\x00:1:1"])
def test_a_pick_that_no_list_shows_is_no_pick(world, pick):
    client = signed_in(world.dat)
    assert "Chưa chọn hồ sơ nào" in client.get(f"{A}receive/", {"pick": pick}).content.decode()
    assert client.post(f"{A}receive/", {"pick": pick, "key": "k"}).status_code == 422
    assert client.get(f"{A}receive/", {"viec": "x"}).status_code == 200


def test_in_english_the_reasons_are_english(world):
    job, client = waiting_job(world, 1), signed_in(world.dat)
    acts.withdraw(Target("H14", Item.objects.get().code), world.dat.actor, NOW, reason="Thôi")
    Item.objects.update(seen=None)
    client.post(f"{A}viec/{job.pk}/")
    assert "The dossier is “Withdrawn”" in client.get(f"/en{A}viec/{job.pk}/").content.decode()


def test_the_slips_of_what_a_job_received_are_one_printout(world):
    job, client = waiting_job(world, 3), signed_in(world.dat)
    client.post(f"{A}viec/{job.pk}/")
    page = client.get(f"{A}viec/{job.pk}/").content.decode()
    link = re.search(r'href="([^"]+giay/slip[^"]+)">1 đến 3<', page).group(1).replace("&amp;", "&")
    printed = client.get(link)
    assert printed["Content-Type"] == "application/pdf"
    text = "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(printed.content))
    assert all(item.code in text for item in Item.objects.all())


def test_the_control_slips_of_ticked_dossiers_are_one_printout_and_of_nothing_a_page(world):
    mine, theirs = Walk(world).assigned().head, Walk(world).approved().head
    client = signed_in(world.ha)
    picks = [f"{h.code}:{h.version}:3" for h in (mine, theirs)]
    printed = client.get(f"{A}giay/control.pdf", {"pick": picks})
    text = "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(printed.content))
    assert mine.code in text and theirs.code not in text
    none = client.get(f"{A}giay/control.pdf")
    assert none.status_code == 404 and "chưa in gì" in none.content.decode()
    assert client.get(f"{A}giay/refusal.pdf", {"pick": picks}).status_code == 404
