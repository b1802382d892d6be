"""The named world behind the API: a token for everyone, acts over HTTP, dossiers led to a stage by the use cases."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from motcua.records.directory.models import Token
from motcua.records.directory.queries import digest
from motcua.records.drafts.models import Application
from motcua.records.files import store as files
from motcua.usecases import acts, applying
from motcua.usecases.execute import Target
from tests import seed
from tests.world import at

PDF = b"%PDF-1.7\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n rest"
BODY = {
    "procedure": "H14-1.014889-pl2",
    "kind": "organisation",
    "name": "Công ty TNHH Kiểm nghiệm Suối Trong",
    "phone": "0900 000 217",
    "answers": {"linh_vuc": "Thử nghiệm"},
}
GROUNDS = {"reason": "Giấy phép hết hạn", "basis": "Khoản 2 Điều 9"}
LACKS = {"wanted": [{"what": "Giấy phép", "reason": "Đã hết hạn"}], "basis": "Khoản 2 Điều 9"}
STAGES = ("filed", "received", "handed", "at_work", "checked", "reviewed", "approved", "finished", "delivered")


def fixed(monkeypatch: pytest.MonkeyPatch, when: str) -> datetime:
    """The clock of the API stands at this local time."""
    moment = at(when)
    monkeypatch.setenv("MOTCUA_NOW", moment.isoformat())
    return moment


class Api:
    """A client of the API, and the people whose tokens it holds."""

    def __init__(self, world: seed.World, monkeypatch: pytest.MonkeyPatch) -> None:
        self.world, self.monkeypatch, self.client = world, monkeypatch, Client()
        self.tokens = {name: f"token-of-{name}" for name in world.people}
        for name, officer in world.people.items():
            Token.objects.create(
                digest=digest(self.tokens[name]), officer=officer, label="test", created_at=timezone.now()
            )
        self.clock("2026-11-18 16:00")

    def clock(self, when: str) -> None:
        fixed(self.monkeypatch, when)

    def call(self, method: str, path: str, body: Any = None, *, by: str = "", key: str = "", **headers: str) -> Any:
        """`by` is a person's name, `key` a follow key; header names in Python's spelling. Answers the response."""
        if by:
            headers["Authorization"] = f"Bearer {self.tokens.get(by, by)}"
        if key:
            headers["X-Follow-Key"] = key
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        kwargs: dict[str, Any] = {"headers": given}
        if body is not None:
            kwargs |= {"data": json.dumps(body), "content_type": "application/json"}
        return self.client.generic(method, f"/api/v1{path}", **_raw(kwargs))

    def get(self, path: str, **how: Any) -> Any:
        return self.call("GET", path, **how)

    def post(self, path: str, body: Any = None, **how: Any) -> Any:
        return self.call("POST", path, body, **how)

    def act(self, code: str, act: str, body: Any = None, **how: Any) -> Any:
        return self.post(f"/dossiers/{code}/{act}", body, **how)

    def upload(self, path: str, content: bytes = PDF, mime: str = "application/pdf", **how: Any) -> Any:
        """A raw upload."""
        headers = {"Authorization": f"Bearer {self.tokens[how['by']]}"} if "by" in how else {}
        headers |= {"X-Follow-Key": how["key"]} if "key" in how else {}
        headers |= {"Idempotency-Key": how["once"]} if "once" in how else {}
        return self.client.post(f"/api/v1{path}", data=content, content_type=mime, headers=headers, CONTENT_TYPE=mime)

    def until(self, stage: str, when: str = "2026-11-12 08:15", **changes: object) -> str:
        """A dossier of 1.014889 led to this stage by the use cases; answers its code."""
        people, app = self.world, seed.application(**changes)
        head = applying.submit(app, at(when)).head
        target = Target("H14", head.code)
        result = files.put(
            PDF, province="H14", owner=UUID(head.id), slot="result", name="kq.pdf", by="1", at=at(when)
        ).sha256
        steps = (
            lambda: acts.receive(target, people.dat.actor, at("2026-11-12 10:00")),
            lambda: acts.complete_step(target, people.dat.actor, at("2026-11-12 10:20")),
            lambda: acts.assign(target, people.vinh.actor, at("2026-11-12 15:20"), to=people.ha.actor),
            lambda: acts.complete_step(target, people.ha.actor, at("2026-11-16 10:00")),
            lambda: acts.complete_step(target, people.vinh.actor, at("2026-11-16 15:00")),
            lambda: acts.approve(target, people.son.actor, at("2026-11-17 08:00")),
            lambda: acts.register(target, people.mai.actor, at("2026-11-17 14:00"), file=result),
            lambda: acts.deliver(target, people.dat.actor, at("2026-11-18 08:00"), way="counter"),
        )
        for step in steps[: STAGES.index(stage)]:
            step()
        return head.code

    def key_of(self, code: str) -> str:
        return Application.objects.get(code=code).follow_key


def _raw(kwargs: dict[str, Any]) -> dict[str, Any]:
    """`Client.generic` as it wants it: bytes and their type, nothing where there is no body."""
    return kwargs if "data" in kwargs else kwargs | {"content_type": ""}
