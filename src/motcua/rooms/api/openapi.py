"""What ninja leaves out of the OpenAPI document: problem documents under their own media type, headers, optional auth."""

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from motcua.rooms.api.callers import public
from motcua.rooms.api.problems import MEDIA_TYPE

TEXT = {"schema": {"type": "string"}}
VERSION = {"schema": {"type": "string"}, "description": 'The dossier\'s version, such as "3", for If-Match'}
REPLAYED = {"schema": {"enum": ["true", "false"]}, "description": "Whether this answer was given before"}


def finish(document: OpenAPISchema, api: NinjaAPI) -> dict[str, Any]:
    """The document as it is served."""
    open_to_all = {
        operation.operation_id or api.get_openapi_operation_id(operation)
        for router in api._get_bound_routers()
        for view in router.path_operations.values()
        for operation in view.operations
        if public in operation.auth_callbacks
    }
    for operations in document["paths"].values():
        for operation in operations.values():
            if operation["operationId"] in open_to_all:
                operation["security"].append({})
            for status, response in operation["responses"].items():
                _describe(int(status), response)
    return document


def _describe(status: int, response: dict[str, Any]) -> None:
    if status >= 400:
        response["content"] = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    if status == 401:
        response["headers"] = {"WWW-Authenticate": TEXT}
    if status == 405:
        response["headers"] = {"Allow": TEXT}
    if status == 503:
        response["headers"] = {"Retry-After": TEXT}
    schema = next(iter(response.get("content", {}).values()), {}).get("schema", {})
    name = schema.get("$ref", "").rsplit("/", 1)[-1]
    if name in ("Acted", "Filed", "Dossier"):
        response["headers"] = {"ETag": VERSION} | ({} if name == "Dossier" else {"Idempotency-Replayed": REPLAYED})
