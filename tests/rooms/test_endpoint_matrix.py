"""Every address of the project and every kind of caller: who may, who is sent away, and how.

A table a room. 200, 201 and 302 to another page are answers; 302 for `nobody` leads to the sign-in; 401 asks for a
credential, 403 says that it is not theirs, 404 hides it, 409 is a refusal of the law. `{at_work}` and the like are made
by `matrix_world`. A new address without a row fails; so does a row without its address.
"""

import json
from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, resolve

from tests.rooms.matrix_world import CALLERS, Matrix, rows

# nobody, applicant, reception, stranger (specialist of another agency), head, director, clerk, controller
TABLES = {
    "account": """
# Accounts of officers. Nobody else has one; signing in is open to all, the shortcut of the demonstration is not.
GET  /can-bo/                                                                 302 302 302 302 302 302 302 302
GET  /can-bo/dang-nhap/                                                       200 200 200 200 200 200 200 200
POST /can-bo/dang-nhap/trinh-dien/                                            404 404 404 404 404 404 404 404
POST /can-bo/dang-xuat/                                                       302 302 302 302 302 302 302 302
GET  /can-bo/toi/                                                             302 302 200 200 200 200 200 200
GET  /can-bo/thay-the/                                                        302 302 200 200 200 200 200 200
POST /can-bo/thay-the/{stand_in}/cham-dut/                                    302 302 404 404 302 302 404 404
""",
    "counter": """
# The counter: reception alone, whichever unit a dossier belongs to is looked at by the use case.
GET  /quay/                                                                   302 302 200 403 403 403 403 403
GET  /quay/ban-giao/                                                          302 302 200 403 403 403 403 403
GET  /quay/tra-ket-qua/                                                       302 302 200 403 403 403 403 403
GET  /quay/truc-tiep/                                                         302 302 200 403 403 403 403 403
POST /quay/truc-tiep/bat-dau/                                                 302 302 302 403 403 403 403 403
GET  /quay/truc-tiep/{visitor}/                                               302 302 200 403 403 403 403 403
GET  /quay/truc-tiep/{helped}/da-nop/                                         302 302 200 403 403 403 403 403
GET  /quay/truc-tiep/{helped}/giay-bao/                                       302 302 200 403 403 403 403 403
GET  /quay/{filed}/                                                           302 302 200 403 403 403 403 403
""",
    "desk": """
# The desk: lists for those who hold steps, dossiers for the units concerned; to all others they do not exist.
GET  /ban-lam-viec/                                                           302 302 403 200 200 200 200 403
GET  /ban-lam-viec/phong/                                                     302 302 403 200 200 200 200 403
GET  /ban-lam-viec/sap-den-han/                                               302 302 403 200 200 200 200 403
GET  /ban-lam-viec/cho-quyet-dinh/                                            302 302 200 200 200 200 200 200
GET  /ban-lam-viec/nhac-viec/                                                 302 302 403 200 200 200 200 403
GET  /ban-lam-viec/tra-cuu/                                                   302 302 200 200 200 200 200 200
GET  /ban-lam-viec/so-theo-doi/                                               302 302 200 403 403 200 200 403
GET  /ban-lam-viec/so-theo-doi/{register}/                                    302 302 200 403 403 404 404 403
GET  /ban-lam-viec/so-theo-doi/{register}/so.pdf                              302 302 200 403 403 404 404 403
GET  /ban-lam-viec/cung-luc/                                                  302 302 200 200 200 200 200 200
GET  /ban-lam-viec/cung-luc/viec/{job}/                                       302 302 200 404 404 404 404 404
POST /ban-lam-viec/cung-luc/viec/{job}/                                       302 302 302 404 404 404 404 404
POST /ban-lam-viec/cung-luc/viec/{job}/dung/                                  302 302 302 404 404 404 404 404
GET  /ban-lam-viec/cung-luc/viec/{job}/ket-qua.csv                            302 302 200 404 404 404 404 404
GET  /ban-lam-viec/cung-luc/giay/slip.pdf?pick={received}:2:1                 302 302 200 404 404 404 404 404
GET  /ban-lam-viec/cung-luc/assign/                                           302 302 200 200 200 200 200 200
GET  /ban-lam-viec/{at_work}/                                                 302 302 200 404 200 200 200 404
POST /ban-lam-viec/{at_work}/y-kien/luu                                       302 302 200 200 200 200 200 200
POST /ban-lam-viec/{at_work}/so-dinh-danh/                                    302 302 200 404 200 200 200 404
GET  /ban-lam-viec/{at_work}/ai-da-xem/                                       302 302 200 404 200 200 200 404
GET  /ban-lam-viec/{at_work}/giay/01-2.pdf                                    302 302 200 404 200 200 200 404
GET  /ban-lam-viec/{at_work}/tep/{at_work_file}/                              302 302 200 404 200 200 200 404
GET  /ban-lam-viec/{at_work}/tep/{at_work_file}/1.png                         302 302 200 404 200 200 200 404
""",
    "acts": """
# Pages of the acts, each on a dossier where somebody may: 403 to those who see it, 404 to those who do not. The peer
# who takes over, here a second specialist, is in test_api_law.
GET  /ban-lam-viec/{filed}/tiep-nhan/                                         302 302 200 404 403 403 403 404
GET  /ban-lam-viec/{filed}/tu-choi/                                           302 302 200 404 403 403 403 404
GET  /ban-lam-viec/{filed}/rut/                                               302 302 200 404 403 403 403 404
GET  /ban-lam-viec/{received}/chuyen-buoc/                                    302 302 200 404 403 403 403 404
GET  /ban-lam-viec/{handed}/phan-cong/                                        302 302 403 404 200 403 403 404
GET  /ban-lam-viec/{filed}/yeu-cau-bo-sung/                                   302 302 200 404 403 403 403 404
GET  /ban-lam-viec/{checked}/hoi-y-kien/                                      302 302 403 404 200 403 403 404
GET  /ban-lam-viec/{at_work}/giao-lai/                                        302 302 403 404 200 200 403 404
GET  /ban-lam-viec/{at_work}/nhan-thay/                                       302 302 403 404 403 403 403 404
GET  /ban-lam-viec/{at_work}/chuyen-tham-quyen/                               302 302 200 404 200 200 403 404
GET  /ban-lam-viec/{at_work}/gia-han/                                         302 302 403 404 200 200 403 404
GET  /ban-lam-viec/{received}/yeu-cau-phi/                                    302 302 200 404 403 403 403 404
GET  /ban-lam-viec/{at_work}/xin-rut/                                         302 302 200 404 403 403 403 404
GET  /ban-lam-viec/{at_work}/dung/                                            302 302 403 404 200 200 403 404
GET  /ban-lam-viec/{at_work}/mo-lai/                                          302 302 422 404 422 422 422 404
GET  /ban-lam-viec/{supplementing}/nop-bo-sung/                               302 302 200 404 403 403 403 404
GET  /ban-lam-viec/{asked}/tra-loi-y-kien/                                    302 302 403 200 403 403 403 404
GET  /ban-lam-viec/{proposed}/duyet-bo-sung/                                  302 302 403 404 200 200 403 404
GET  /ban-lam-viec/{proposed}/khong-duyet-bo-sung/                            302 302 403 404 200 200 403 404
GET  /ban-lam-viec/{owing}/thu-phi/                                           302 302 200 404 403 403 403 404
GET  /ban-lam-viec/{owing}/mien-phi/                                          302 302 403 404 200 200 403 404
GET  /ban-lam-viec/{to_refund}/hoan-phi/                                      302 302 200 404 403 403 403 404
GET  /ban-lam-viec/{withdrawing}/cho-rut/                                     302 302 403 404 200 200 403 404
GET  /ban-lam-viec/{withdrawing}/khong-cho-rut/                               302 302 403 404 200 200 403 404
GET  /ban-lam-viec/{checked}/tra-lai/                                         302 302 403 404 200 403 403 404
GET  /ban-lam-viec/{reviewed}/phe-duyet/                                      302 302 403 404 403 200 403 404
GET  /ban-lam-viec/{reviewed}/khong-giai-quyet/                               302 302 403 404 403 200 403 404
GET  /ban-lam-viec/{approved}/vao-so/                                         302 302 403 404 403 403 200 404
GET  /ban-lam-viec/{registered_eight}/chuyen-co-quan/                         302 302 403 404 403 403 200 404
GET  /ban-lam-viec/{at_province}/chuyen-tra/                                  302 302 403 404 403 403 403 403
GET  /ban-lam-viec/{finished}/tra-ket-qua/                                    302 302 200 404 403 403 403 404
GET  /ban-lam-viec/{finished}/gui-buu-chinh/                                  302 302 200 404 403 403 403 404
GET  /ban-lam-viec/{delivered}/dinh-chinh/                                    302 302 403 404 200 200 403 404
GET  /ban-lam-viec/{correcting}/phat-hanh-lai/                                302 302 403 404 403 403 200 404
""",
    "calendars": """
# The working calendar: every officer reads, a controller proposes, another leader decides.
GET  /lich-lam-viec/                                                          302 302 200 200 200 200 200 200
GET  /lich-lam-viec/de-nghi/                                                  302 302 403 403 403 403 403 200
POST /lich-lam-viec/de-nghi/                                                  302 302 403 403 403 403 403 422
GET  /lich-lam-viec/phien-ban/{proposal_number}/                              302 302 200 200 200 200 200 200
POST /lich-lam-viec/phien-ban/{proposal_number}/dem/                          302 302 302 302 302 302 302 302
POST /lich-lam-viec/phien-ban/{proposal_number}/phe-duyet/                    302 302 403 403 403 302 403 403
POST /lich-lam-viec/phien-ban/{proposal_number}/bo/                           302 302 403 403 403 302 403 302
POST /lich-lam-viec/phien-ban/{proposal_number}/tinh-lai/                     302 302 403 403 403 409 403 409
""",
    "citizen": """
# The people's side. What is private exists for the browser that filed, and for nobody else, officers included.
GET  /                                                                        200 200 200 200 200 200 200 200
GET  /en/                                                                     200 200 200 200 200 200 200 200
GET  /tim?q=thu+nghiem                                                        200 200 200 200 200 200 200 200
GET  /healthz                                                                 200 200 200 200 200 200 200 200
GET  /readyz                                                                  200 200 200 200 200 200 200 200
GET  /tra-cuu/                                                                200 200 200 200 200 200 200 200
GET  /tra-cuu/{at_work}/                                                      200 200 200 200 200 200 200 200
GET  /tra-cuu/{supplementing}/bo-sung/                                        404 200 404 404 404 404 404 404
POST /tra-cuu/{supplementing}/bo-sung/luu                                     404 200 404 404 404 404 404 404
POST /tra-cuu/{supplementing}/bo-sung/bo-sung-1-1/?name=a.pdf&size=9&key=k    404 200 404 404 404 404 404 404
GET  /tra-cuu/{supplementing}/bo-sung/bo-sung-1-1/{supplement_piece}/         404 200 404 404 404 404 404 404
GET  /tra-cuu/{filed}/rut/                                                    404 200 404 404 404 404 404 404
GET  /tra-cuu/{at_work}/rut/                                                  404 200 404 404 404 404 404 404
POST /tra-cuu/{withdrawn}/nop-lai/                                            404 302 404 404 404 404 404 404
GET  /tra-cuu/{at_work}/tep/{at_work_file}/                                   404 200 404 404 404 404 404 404
GET  /tra-cuu/{at_work}/giay/01-2/                                            404 200 404 404 404 404 404 404
GET  /tra-cuu/{finished}/ket-qua/                                             404 200 404 404 404 404 404 404
GET  /ho-so-cua-toi/                                                          200 200 200 200 200 200 200 200
GET  /nop/{draft}/nguoi-nop/                                                  404 200 404 404 404 404 404 404
POST /nop/{draft}/luu                                                         404 200 404 404 404 404 404 404
GET  /nop/{draft}/xong/                                                       404 302 404 404 404 404 404 404
POST /nop/{draft}/xoa/                                                        404 302 404 404 404 404 404 404
GET  /nop/{draft}/tai/{draft_file}/                                           404 200 404 404 404 404 404 404
POST /nop/{draft}/tep/khac/?name=a.pdf&size=9&key=k                           404 200 404 404 404 404 404 404
GET  /nop/{draft}/tep/khac/{draft_piece}/                                     404 200 404 404 404 404 404 404
GET  /quay-tiep-nhan/                                                         200 200 200 200 200 200 200 200
GET  /so-lieu/                                                                200 200 200 200 200 200 200 200
GET  /gioi-thieu/ho-tro/                                                      200 200 200 200 200 200 200 200
GET  /gioi-thieu/khong-co/                                                    404 404 404 404 404 404 404 404
GET  /cao-bang/                                                               200 200 200 200 200 200 200 200
GET  /khong-co-tinh/                                                          404 404 404 404 404 404 404 404
GET  /cao-bang/quay/                                                          200 200 200 200 200 200 200 200
GET  /cao-bang/linh-vuc/tieu-chuan-do-luong-chat-luong/                       200 200 200 200 200 200 200 200
GET  /cao-bang/co-quan/H14.19/                                                200 200 200 200 200 200 200 200
GET  /cao-bang/thu-tuc/1.014889/                                              200 200 200 200 200 200 200 200
GET  /cao-bang/thu-tuc/1.014889/nop/                                          200 200 200 200 200 200 200 200
POST /cao-bang/thu-tuc/1.014889/nop/                                          302 302 302 302 302 302 302 302
""",
    "api": """
# The API: no credential, a follow key, bearer tokens. 401 asks for one, 404 hides what is not the caller's.
GET  /api/v1/                                                                 404 404 404 404 404 404 404 404
GET  /api/v1/openapi.json                                                     200 200 200 200 200 200 200 200
GET  /api/v1/procedures                                                       200 200 200 200 200 200 200 200
GET  /api/v1/procedures/H14-1.014889-pl2                                      200 200 200 200 200 200 200 200
GET  /api/v1/calendars/H14                                                    200 200 200 200 200 200 200 200
GET  /api/v1/regimes                                                          200 200 200 200 200 200 200 200
POST /api/v1/deadlines                                                        200 200 200 200 200 200 200 200
POST /api/v1/applications                                                     201 201 201 201 201 201 201 201
GET  /api/v1/applications/{draft}                                             401 200 404 404 404 404 404 404
POST /api/v1/applications/{draft}/files?slot=don                              401 201 404 404 404 404 404 404
POST /api/v1/dossiers                                                         201 201 201 403 403 403 403 403
GET  /api/v1/dossiers                                                         401 401 200 200 200 200 200 200
GET  /api/v1/dossiers/{at_work}                                               200 200 200 404 200 200 200 404
GET  /api/v1/dossiers/{at_work}/ledger                                        200 200 200 404 200 200 200 404
GET  /api/v1/dossiers/{at_work}/events                                        200 200 200 404 200 200 200 404
GET  /api/v1/dossiers/{at_work}/papers                                        401 200 200 404 200 200 200 404
GET  /api/v1/dossiers/{at_work}/papers/01-2                                   401 200 200 404 200 200 200 404
GET  /api/v1/dossiers/{at_work}/files/{at_work_file}                          401 200 200 404 200 200 200 404
POST /api/v1/dossiers/{approved}/files?slot=result                            401 403 403 404 403 403 201 404
POST /api/v1/dossiers/{supplementing}/files?slot=supplement                   401 201 201 404 403 403 403 404
POST /api/v1/dossiers/{asked}/files?slot=opinion                              401 403 403 201 403 403 403 404
POST /api/v1/jobs                                                             401 401 201 201 201 201 201 201
GET  /api/v1/jobs/{job}                                                       401 401 200 404 404 404 404 404
POST /api/v1/jobs/{job}/continuation                                          401 401 200 404 404 404 404 404
POST /api/v1/dossiers/{filed}/reception                                       401 401 200 404 403 403 403 404
POST /api/v1/dossiers/{filed}/refusal                                         401 401 200 404 403 403 403 404
POST /api/v1/dossiers/{filed}/withdrawal                                      401 200 200 404 403 403 403 404
POST /api/v1/dossiers/{received}/step-completion                              401 401 200 404 403 403 403 404
POST /api/v1/dossiers/{received}/supplement-request                           401 401 200 404 403 403 403 404
POST /api/v1/dossiers/{handed}/assignment                                     401 401 403 404 200 403 403 404
POST /api/v1/dossiers/{at_work}/reassignment                                  401 401 403 404 200 200 403 404
POST /api/v1/dossiers/{at_work}/takeover                                      401 401 403 404 403 403 403 404
POST /api/v1/dossiers/{at_work}/re-routing                                    401 401 200 404 200 200 403 404
POST /api/v1/dossiers/{checked}/opinions                                      401 401 403 404 200 403 403 404
POST /api/v1/dossiers/{asked}/opinions/1/answer                               401 401 403 200 403 403 403 404
POST /api/v1/dossiers/{supplementing}/supplement                              401 200 200 404 403 403 403 404
POST /api/v1/dossiers/{proposed}/supplement-approval                          401 401 403 404 200 200 403 404
POST /api/v1/dossiers/{proposed}/supplement-refusal                           401 401 403 404 200 200 403 404
POST /api/v1/dossiers/{at_work}/extension                                     401 401 403 404 200 200 403 404
POST /api/v1/dossiers/{checked}/return                                        401 401 403 404 200 403 403 404
POST /api/v1/dossiers/{reviewed}/approval                                     401 401 403 404 403 200 403 404
POST /api/v1/dossiers/{reviewed}/negative-result                              401 401 403 404 403 200 403 404
POST /api/v1/dossiers/{approved}/registration                                 401 401 403 404 403 403 200 404
POST /api/v1/dossiers/{registered_eight}/hand-over                            401 401 403 404 403 403 200 404
POST /api/v1/dossiers/{at_province}/hand-back                                 401 401 403 404 403 403 403 403
POST /api/v1/dossiers/{received}/obligations                                  401 401 200 404 403 403 403 404
POST /api/v1/dossiers/{owing}/obligations/1/settlement                        401 401 200 404 403 403 403 404
POST /api/v1/dossiers/{owing}/obligations/1/waiver                            401 401 403 404 200 200 403 404
POST /api/v1/dossiers/{to_refund}/obligations/1/refund                        401 401 200 404 403 403 403 404
POST /api/v1/dossiers/{at_work}/withdrawal                                    401 200 200 404 403 403 403 404
POST /api/v1/dossiers/{withdrawing}/withdrawal/grant                          401 401 403 404 200 200 403 404
POST /api/v1/dossiers/{withdrawing}/withdrawal/denial                         401 401 403 404 200 200 403 404
POST /api/v1/dossiers/{at_work}/stop                                          401 401 403 404 200 200 403 404
POST /api/v1/dossiers/{finished}/dispatch                                     401 401 200 404 403 403 403 404
POST /api/v1/dossiers/{finished}/delivery                                     401 401 200 404 403 403 403 404
POST /api/v1/dossiers/{delivered}/corrections                                 401 401 403 404 200 200 403 404
POST /api/v1/dossiers/{correcting}/reissue                                    401 401 403 404 403 403 200 404
POST /api/v1/dossiers/{delivered}/reopening                                   401 409 409 404 409 409 409 404
""",
}
ROWS = [row for table in TABLES.values() for row in rows(table)]


@pytest.mark.parametrize("room", TABLES)
def test_each_caller_gets_from_each_address_what_the_table_says(world, monkeypatch, room):
    matrix = Matrix(world, monkeypatch)
    wrong = []
    for method, pattern, expected in rows(TABLES[room]):
        address = matrix.address(pattern)
        got = tuple(matrix.status(caller, method, address) for caller in CALLERS)
        if got != expected:
            wrong.append(f"{method:4} {pattern:72} {' '.join(map(str, got))}")
    assert not wrong, "\n" + "\n".join(wrong)


def test_every_row_says_what_each_caller_gets_and_nobody_gets_an_error_of_the_system():
    for method, pattern, expected in ROWS:
        assert len(expected) == len(CALLERS), (method, pattern)
        assert all(200 <= status < 500 for status in expected), (method, pattern)
    assert len({row[:2] for row in ROWS}) == len(ROWS)


def test_every_address_of_the_project_has_a_row(world, monkeypatch):
    matrix = Matrix(world, monkeypatch)
    told = {resolve(matrix.address(pattern).partition("?")[0]).route for _, pattern, _ in ROWS if _there(pattern)}
    assert set(routes(get_resolver().url_patterns)) == told


def test_every_operation_of_the_api_has_a_row(world, monkeypatch):
    matrix = Matrix(world, monkeypatch)
    described = json.loads(matrix.api.get("/openapi.json").content)["paths"]
    operations = {(method.upper(), path) for path, each in described.items() for method in each}
    told = {(method, _path(matrix.address(pattern))) for method, pattern, _ in rows(TABLES["api"])}
    assert operations == told - {("GET", "/api/v1/"), ("GET", "/api/v1/openapi.json")}


WRONG = {"GET": "POST", "POST": "GET"}


@pytest.mark.parametrize("room", TABLES)
def test_the_other_method_with_nothing_in_it_is_never_an_error_of_the_system(world, monkeypatch, room):
    matrix = Matrix(world, monkeypatch)
    for method, pattern, _ in rows(TABLES[room]):
        assert matrix.status("reception", WRONG[method], matrix.address(pattern)) < 500, (WRONG[method], pattern)


def routes(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    """Every route of the project, as `resolve` names them."""
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        else:
            yield route


def _there(pattern: str) -> bool:
    """The other language and names that nobody bears have no route of their own."""
    return not pattern.startswith("/en/") and "khong-co" not in pattern


def _path(address: str) -> str:
    """The address as OpenAPI writes it."""
    return "/" + resolve(address.partition("?")[0]).route.replace("<", "{").replace(">", "}")
