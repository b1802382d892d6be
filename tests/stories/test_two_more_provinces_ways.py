"""Two shorter stories through the pages: 3.000450 by way of the provincial office, 2.002380 in Lạng Sơn, online only."""

import pytest
from django.test import Client

from motcua.domain.dossiers import State
from motcua.domain.procedures import StepKind
from motcua.ops import verify
from motcua.project.wiring import INLINES
from motcua.records import store
from motcua.records.catalogue.models import OfferingRow
from motcua.records.directory.models import Officer
from tests.stories.acted import head_of
from tests.stories.desks import Desk, file_online, result
from tests.world import at

pytestmark = pytest.mark.slow
COMPANY = {
    "kind": "organisation",
    "name": "Công ty CP Đo lường Sông Hiến",
    "through": "representative",
    "submitter": "Hoàng Minh Tâm",
    "authority": "giám đốc",
    "id_number": "4800000002",
    "address": "Tổ 1, phường Tân Giang",
    "phone": "0900 000 118",
    "return_way": "online",
}


@pytest.mark.usefixtures("provinces")
def test_3_000450_goes_through_the_provincial_office_and_back_within_its_five_days(clock):
    clock.strike("2026-08-27 16:00")
    citizen = Client()
    code = file_online(citizen, "cao-bang", "3.000450", COMPANY)
    counter, head, specialist = Desk("caobang.motcua"), Desk("caobang.truongphong"), Desk("caobang.chuyenvien")
    director, clerk, office = Desk("caobang.giamdoc"), Desk("caobang.vanthu"), Desk("caobang.vanphong")

    # Received on Friday 28/8 at 16:00, after 15:00; Monday 31/8 is exchanged, 1 and 2/9 are holidays.
    clock.strike("2026-08-28 16:00")
    counter.act(code, "tiep-nhan")
    promised = head_of(code)
    assert promised.due == at("2026-09-09 16:00")
    assert promised.clock.transfer_due == at("2026-09-03 07:30")
    counter.takes_the_fee(code)
    counter.act(code, "chuyen-buoc")
    clock.strike("2026-09-03 08:00")
    head.act(code, "phan-cong", to=str(specialist.client.session["_auth_user_id"]))
    clock.strike("2026-09-04 14:00")
    specialist.act(code, "chuyen-buoc", proposal="grant", note="Đủ điều kiện")
    head.act(code, "chuyen-buoc", note="Nhất trí")
    clock.strike("2026-09-07 08:00")
    director.act(code, "phe-duyet")
    clerk.act(code, "vao-so")
    assert head_of(code).result.number.startswith("1/")
    assert head_of(code).position.kind is StepKind.REGISTRATION
    clerk.act(code, "chuyen-co-quan")
    assert (head_of(code).position.kind, head_of(code).position.unit) == (StepKind.PROVINCE, "H14.00.01")
    page = citizen.get(f"/tra-cuu/{code}/").content.decode()
    assert "16:00 thứ Tư, 09/09/2026" in page, "another agency's time stays inside the promise"

    clock.strike("2026-09-08 15:00")
    office.act(code, "chuyen-tra", file=result())
    done = head_of(code)
    assert (done.state, done.finished_at, done.position.unit) == (State.FINISHED, at("2026-09-08 15:00"), "H14.20")
    counter.act(code, "tra-ket-qua", way="online")
    assert head_of(code).state is State.DELIVERED
    assert [d.sentence for d in verify.everything(INLINES, store.heads())] == []


@pytest.mark.usefixtures("provinces")
def test_2_002380_in_lang_son_is_filed_online_only_and_runs_on_the_assumed_process(clock):
    clock.strike("2026-11-20 20:15")
    citizen = Client()
    page = citizen.get("/lang-son/thu-tuc/2.002380/").content.decode()
    assert "Kế hoạch 179/KH-UBND" in page
    assert "giả định" in page
    code = file_online(citizen, "lang-son", "2.002380", COMPANY)
    assert code == "H37.20-261120-0001"
    assert head_of(code).reception_due == at("2026-11-23 17:30")

    counter = Desk("langson.motcua")
    clock.strike("2026-11-23 09:00")
    counter.act(code, "tiep-nhan")
    received = head_of(code)
    row = OfferingRow.objects.select_related("process").get(pk=received.offering)
    assert "process" in row.assumed
    assert row.process.assumed
    assert received.due > at("2026-11-25 09:00"), "24/11/2026 does not count"
    counter.takes_the_fee(code)
    counter.act(code, "chuyen-buoc")
    clock.strike("2026-11-25 10:00")
    holder = head_of(code).position.unit
    leader, worker = (Officer.objects.filter(unit_id=holder, role=role).first() for role in ("head", "specialist"))
    leader, to, worker = Desk(leader.username), str(worker.pk), Desk(worker.username)
    leader.act(code, "phan-cong", to=to)
    clock.strike("2026-11-26 10:00")
    worker.act(code, "chuyen-buoc", proposal="grant", note="Đủ điều kiện")
    leader.act(code, "chuyen-buoc", note="Nhất trí")
    Desk("langson.giamdoc").act(code, "phe-duyet")
    Desk("langson.vanthu").act(code, "vao-so", file=result())
    counter.act(code, "tra-ket-qua", way="online")
    assert head_of(code).state is State.DELIVERED
    assert [d.sentence for d in verify.everything(INLINES, store.heads())] == []


@pytest.mark.usefixtures("provinces")
def test_2_001259_in_lang_son_shows_where_it_is_filed_instead_of_a_form(clock):
    clock.strike("2026-11-20 09:00")
    citizen = Client()
    page = citizen.get("/lang-son/thu-tuc/2.001259/").content.decode()
    assert "motcuabkhn.most.gov.vn" in page
    assert "Nộp trực tuyến</button>" not in page
    answer = citizen.post("/lang-son/thu-tuc/2.001259/nop/")
    assert "/nop/" not in answer.headers.get("Location", "")
    assert "Nộp trực tuyến</button>" in citizen.get("/cao-bang/thu-tuc/2.001259/").content.decode()
