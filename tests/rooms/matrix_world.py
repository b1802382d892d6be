"""Eight kinds of callers, and whatever an address of the system may name, each thing made when it is first asked for.

A cell of the matrix is one request, undone afterwards: what one caller changes, the next does not see.
"""

from collections.abc import Callable
from http.cookies import SimpleCookie
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.test import Client

from motcua.domain.dossiers import Act
from motcua.records.calendars import queries as kept_calendars
from motcua.records.directory.models import Officer
from motcua.records.drafts.models import Application
from motcua.records.files import store as files
from motcua.records.files.models import Attachment
from motcua.usecases import acts, bulk, calendars, register_orders, standing_in
from motcua.usecases.calendar_changes import Change, ChangeKind
from tests import seed
from tests.rooms.api_world import BODY, GROUNDS, LACKS, Api
from tests.rooms.law_world import Law
from tests.rooms.offices import pdf
from tests.world import at

# In the order of the columns; "applicant" is the browser that filed, in the API the bearer of the follow key.
CALLERS = ("nobody", "applicant", "reception", "stranger", "head", "director", "clerk", "controller")
OFFICERS = {"reception": "dat", "stranger": "khach", "head": "vinh", "director": "son", "clerk": "mai"}
OFFICERS |= {"controller": "quang"}
REASON = {"reason": "Người đang giữ nghỉ ốm"}
LINE = {"name": "Phí thẩm định", "kind": "phi", "amount": 150_000, "basis": "TT 183/2016/TT-BTC"}
# What an act of the API is sent, by the end of its address; nothing where nothing is needed.
BODIES: dict[str, Any] = {
    "procedures": None,
    "applications": BODY,
    "dossiers": BODY,
    "refusal": GROUNDS,
    "supplement-request": LACKS,
    "return": {"step": 3, "reason": "Thiếu phụ lục"},
    "delivery": {"way": "counter"},
    "withdrawal": REASON,
    "stop": GROUNDS,
    "takeover": REASON,
    "re-routing": {"division": "H14.30.01"} | REASON,
    "supplement-refusal": REASON,
    "extension": {"extra": 1} | GROUNDS,
    "negative-result": GROUNDS,
    "denial": GROUNDS,
    "opinions": {"unit": "H14.30.01", "question": "Có quy hoạch không?", "allow": 1},
    "answer": {"text": "Thống nhất"},
    "obligations": {"items": [LINE], "when": "return"},
    "settlement": {"amount": 150_000, "way": "cash", "receipt": "0001234"},
    "waiver": GROUNDS,
    "refund": {"receipt": "7"},
    "dispatch": {"tracking": "RR123456789VN"},
    "corrections": {"kind": "reissue"} | GROUNDS,
    "deadlines": {"received": "2026-11-12T10:00", "allow": 2},
}
# What a page is sent that cannot be understood without.
FORMS = {"/quay/truc-tiep/bat-dau/": "offering=H14-1.014889-pl2"}


class Matrix:
    """The world of one table: `value("at_work")` makes a dossier at that stage once and answers its code."""

    def __init__(self, world: seed.World, monkeypatch: Any) -> None:
        world.people["quang"] = Officer.objects.create(
            username="quang", province="H14", name="Lục Văn Quảng", role="controller", unit_id="H14.00.01"
        )
        self.api, self.world, self.made = Api(world, monkeypatch), world, dict[str, str]()
        self.law = Law(self.api)
        self.clients = {caller: self._client(caller) for caller in CALLERS}
        kept = {caller: client.cookies.items() for caller, client in self.clients.items()}
        self.cookies = {caller: {name: morsel.value for name, morsel in own} for caller, own in kept.items()}

    def _client(self, caller: str) -> Client:
        client = Client(raise_request_exception=False)
        if caller in OFFICERS:
            client.force_login(self.world.people[OFFICERS[caller]])
        if caller == "applicant":
            client.get("/")
            session = client.session
            # Whose browser it was that the seed's applications were begun in.
            session["citizen_owner"] = "browser-1"
            session.save()
            client.cookies["sessionid"] = session.session_key
        return client

    def value(self, name: str) -> str:
        """What stands in an address as {name}."""
        if name not in self.made:
            self.made[name] = getattr(self, f"make_{name}", lambda: self.law.led(name))()
        return self.made[name]

    def address(self, pattern: str) -> str:
        parts = pattern.split("{")
        ends = [part.split("}") for part in parts[1:]]
        return parts[0] + "".join(self.value(name) + rest for name, rest in ends)

    def status(self, caller: str, method: str, address: str) -> int:
        ask = self._request(caller, method, address)
        with transaction.atomic():
            answer = ask()
            transaction.set_rollback(True)
        kept_calendars.forget("H14")
        return int(answer.status_code)

    def _request(self, caller: str, method: str, address: str) -> Callable[[], Any]:
        """Ready to be sent: whatever it names exists before, so that undoing it undoes nothing else."""
        if not address.startswith("/api/"):
            client, typed = self._fresh(caller), FORMS.get(address, "") if method == "POST" else ""
            return lambda: client.generic(method, address, typed, content_type="application/x-www-form-urlencoded")
        how: dict[str, Any] = {"by": OFFICERS[caller]} if caller in OFFICERS else {}
        if caller == "applicant":
            how = {"key": self._key(address)}
        path = address.removeprefix("/api/v1")
        if method == "POST" and path.split("?")[0].endswith("/files"):
            return lambda: self.api.upload(path, **how)
        body = self._body(path) if method == "POST" else None
        return lambda: self.api.call(method, path, body, **how)

    def _fresh(self, caller: str) -> Client:
        """Signed in as at the beginning: what an earlier cell did to the cookies was undone with it."""
        client = self.clients[caller]
        client.cookies = SimpleCookie(self.cookies[caller])
        return client

    def _key(self, address: str) -> str:
        """The follow key of the dossier or application that the address names, else of any."""
        draft = self.value("draft")
        of = next((app for app in Application.objects.all() if app.code and app.code in address), None)
        return (of or Application.objects.get(pk=draft)).follow_key

    def _body(self, path: str) -> Any:
        end, person = path.rsplit("/", 1)[-1], str(self.world.lan.pk)
        given = {
            "assignment": {"to": person},
            "reassignment": {"to": person} | REASON,
            "supplement": {"files": [self._file(path, "supplement")]},
            "registration": {"file": self._file(path, "result")},
            "hand-back": {"file": self._file(path, "result")},
            "reissue": {"file": self._file(path, "result")},
            "jobs": {"act": "receive", "dossiers": [self.value("filed")]},
        }
        return given[end] if end in given else BODIES.get(end)

    def _file(self, path: str, slot: str) -> str:
        of = next((app for app in Application.objects.all() if app.code and app.code in path), None)
        kept = Attachment.objects.filter(owner=of.pk if of else None, slot=slot).first()
        return str(kept.pk if kept else uuid4())

    # What an address may name beside a dossier at a stage, which `Law` leads there.

    def make_draft(self) -> str:
        return str(seed.application(pk=UUID(int=7)).pk)

    def make_draft_file(self) -> str:
        return self._put(UUID(self.value("draft")), "other")

    def make_draft_piece(self) -> str:
        return self._piece(UUID(self.value("draft")), "khac")

    def make_supplement_piece(self) -> str:
        return self._piece(Application.objects.get(code=self.value("supplementing")).pk, "bo-sung-1-1")

    def _piece(self, owner: UUID, slot: str) -> str:
        """A file of which nothing has arrived yet."""
        when = at("2026-11-12 08:00")
        how = {"owner": owner, "slot": slot, "name": "a.pdf", "size": 9, "by": "browser-1", "at": when}
        return str(files.begin(province="H14", **how).pk)

    def make_helped(self) -> str:
        """Filed online by reception for a visitor who stood at the counter."""
        code = self.api.until("filed")
        Application.objects.filter(code=code).update(owner=f"officer:{self.world.dat.pk}", data={"helped": "1"})
        return str(Application.objects.get(code=code).pk)

    def make_visitor(self) -> str:
        app = seed.application()
        Application.objects.filter(pk=app.pk).update(owner=f"officer:{self.world.dat.pk}")
        return str(app.pk)

    def _put(self, owner: UUID, slot: str) -> str:
        when = at("2026-11-12 08:00")
        put = files.put(pdf(), province="H14", owner=owner, slot=slot, name="a.pdf", by="applicant", at=when)
        return str(put.pk)

    def make_at_work_file(self) -> str:
        return self._put(Application.objects.get(code=self.value("at_work")).pk, "don")

    def make_supplementing(self) -> str:
        wanted = tuple(acts.Wanted(one["what"], one["reason"]) for one in LACKS["wanted"])
        code = self.law.does(self.api.until("at_work"), acts.request_supplement, "ha", wanted=wanted, basis="Điều 9")
        self._put(Application.objects.get(code=code).pk, "supplement")
        return code

    def make_withdrawn(self) -> str:
        return self.law.does(self.api.until("filed"), acts.withdraw, "dat", reason="Thôi")

    def make_registered_eight(self) -> str:
        code = self.api.until("approved", offering="H14-3.000450-pl2")
        return self.law.does(code, acts.register, "mai")

    def make_job(self) -> str:
        wishes = [bulk.Wish(self.value("filed"))]
        when = at("2026-11-18 15:00")
        return str(bulk.start("H14", self.world.dat.actor, Act.RECEIVE, wishes, {}, when, key="job").pk)

    def make_register(self) -> str:
        """Reception's, of November, ready to print."""
        self.value("received")
        first, last, when = at("2026-11-01 00:00").date(), at("2026-11-30 00:00").date(), at("2026-11-18 15:00")
        ordered = register_orders.order("H14", first, last, self.world.dat.actor, when, key="register:1")
        register_orders.hasten(ordered.id, when, seconds=20)
        return str(ordered.id)

    def make_proposal_number(self) -> str:
        day = at("2026-11-19 00:00").date()
        storm = Change(ChangeKind.OFF, "Bão số 6", "Công điện 12/CĐ-UBND", day)
        return str(calendars.propose("H14", storm, self.world.quang.actor, at("2026-11-18 15:00")).number)

    def make_stand_in(self) -> str:
        start, end = at("2026-11-18 00:00"), at("2026-11-20 00:00")
        people = (str(self.world.son.pk), str(self.world.vinh.pk))
        wish = standing_in.Wish(*people, start, end, "Đi công tác", uuid4())
        return str(standing_in.grant(self.world.son, wish, at("2026-11-17 16:00")).pk)


def rows(table: str) -> list[tuple[str, str, tuple[int, ...]]]:
    """(method, address, a status for each caller) of each line that is no comment."""
    lines = [line.split() for line in table.splitlines() if line.strip() and not line.strip().startswith("#")]
    return [(line[0], line[1], tuple(int(cell) for cell in line[2:])) for line in lines]
