"""Every command of docs/api.md is run, in its order; what it shows as an answer is compared by its fixed parts."""

import json
import re
import shlex
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.rooms.api_world import PDF, Api

PAGE = Path(__file__).parents[2] / "docs" / "api.md"
BLOCKS = re.findall(r"```(\w*)\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def commands():
    """(command, the JSON that the page shows below it or None), in order."""
    found = []
    for kind, block in BLOCKS:
        if kind == "json":
            found[-1] = (found[-1][0], json.loads(block))
        else:
            found += [(line, None) for line in block.splitlines() if line.startswith("curl ")]
    return found


def run(api, command, names):
    """A curl command with the few options that the page uses, carried out by the test client."""
    for name, value in names.items():
        command = command.replace(f"${name}", value)
    words, method, headers, sent = shlex.split(command)[1:], "GET", {}, {}
    url = words.pop(next(n for n, word in enumerate(words) if word.startswith("/api/v1")))
    for option, value in zip(words[::2], words[1::2], strict=True):
        match option:
            case "-X":
                method = value
            case "-H":
                headers.update([value.split(": ", 1)])
            case "-d":
                sent = {"data": value, "content_type": headers.pop("Content-Type")}
            case "--data-binary":
                sent = {"data": PDF, "content_type": headers.pop("Content-Type")}
            case "-F":
                sent = {"data": {"file": SimpleUploadedFile("don.pdf", PDF)}}
    if sent:
        return api.client.post(url, headers=headers, **sent)
    return api.client.generic(method, url, headers=headers, content_type="")


def test_the_examples_of_the_page_work_as_it_says(world, monkeypatch):
    api = Api(world, monkeypatch)
    api.clock("2026-11-12 10:00")
    names = {"API": "/api/v1", "TOKEN": api.tokens["dat"]}
    ran = commands()
    assert len(ran) > 15
    for command, shown in ran:
        answer = run(api, command, names)
        body = answer.json() if "json" in answer["Content-Type"] else {}
        body = body if isinstance(body, dict) else {}
        expected = shown["status"] if shown and "status" in shown else (200, 201)
        assert answer.status_code in (expected if isinstance(expected, tuple) else (expected,)), (command, body)
        if "application" in body or command.startswith('curl -X POST "$API/applications" '):
            names |= {"APPLICATION": body.get("application") or body["id"], "KEY": body["follow_key"]}
        if "state" in body:
            names.setdefault("CODE", body["code"])
        shown = {key: value for key, value in (shown or {}).items() if key not in ("follow_key", "position")}
        assert {key: body.get(key) for key in shown} == shown, command
