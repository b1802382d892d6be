"""Reads a request's body: JSON with nothing JSON does not have, under its own content type."""

import json
from typing import Any

from django.http import HttpRequest
from ninja.parser import Parser

from motcua.rooms.api.problems import Failed


class StrictParser(Parser):
    """Raises Failed for another content type, for NaN and Infinity, for what is not UTF-8 or not JSON."""

    def parse_body(self, request: HttpRequest) -> Any:
        if request.content_type != "application/json":
            raise Failed("wrong-content-type")
        try:
            return json.loads(request.body.decode("utf-8"), parse_constant=_refuse)
        except (ValueError, RecursionError) as error:
            raise Failed("unreadable") from error


def _refuse(constant: str) -> Any:
    raise ValueError(constant)
