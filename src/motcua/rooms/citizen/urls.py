"""Addresses of the people's side. What is fixed stands before the provinces, whose names come last."""

from django.urls import path, register_converter

from motcua.rooms.citizen.converters import Province
from motcua.rooms.citizen.views import (
    about,
    acting,
    again,
    files,
    filing,
    following,
    home,
    mine,
    procedure,
    receipt,
    search,
)

register_converter(Province, "province")

app_name = "citizen"
urlpatterns = [
    path("", home.front, name="home"),
    path("tim", search.search, name="search"),
    path("nop/<uuid:pk>/luu", filing.autosave, name="autosave"),
    path("nop/<uuid:pk>/xong/", receipt.done, name="done"),
    path("nop/<uuid:pk>/xoa/", mine.discard, name="discard"),
    path("nop/<uuid:pk>/tai/<uuid:file>/", files.download_draft, name="download_draft"),
    path("nop/<uuid:pk>/tep/<str:slot>/", files.announce, name="upload"),
    path("nop/<uuid:pk>/tep/<str:slot>/<uuid:file>/", files.piece, name="upload_piece"),
    path("nop/<uuid:pk>/<slug:step>/", filing.step, name="step"),
    path("tra-cuu/", following.lookup, name="lookup"),
    path("tra-cuu/<str:code>/", following.dossier, name="dossier"),
    path("tra-cuu/<str:code>/bo-sung/", acting.supplement, name="supplement"),
    path("tra-cuu/<str:code>/bo-sung/luu", acting.supplement_note, name="supplement_note"),
    path("tra-cuu/<str:code>/bo-sung/<str:slot>/", files.announce_supplement, name="supplement_upload"),
    path("tra-cuu/<str:code>/bo-sung/<str:slot>/<uuid:file>/", files.piece_supplement, name="supplement_piece"),
    path("tra-cuu/<str:code>/rut/", acting.withdraw, name="withdraw"),
    path("tra-cuu/<str:code>/nop-lai/", again.again, name="again"),
    path("tra-cuu/<str:code>/tep/<uuid:file>/", files.download, name="download"),
    path("tra-cuu/<str:code>/giay/<str:key>/", files.paper, name="paper"),
    path("tra-cuu/<str:code>/ket-qua/", files.result, name="result"),
    path("ho-so-cua-toi/", mine.mine, name="mine"),
    path("quay-tiep-nhan/", about.counters, name="counters"),
    path("so-lieu/", about.figures, name="figures"),
    path("gioi-thieu/<slug:name>/", about.about, name="about"),
    path("<province:province>/", home.portal, name="province"),
    path("<province:province>/quay/", about.counters, name="province_counters"),
    path("<province:province>/linh-vuc/<slug:field_slug>/", home.field, name="field"),
    path("<province:province>/co-quan/<str:unit>/", home.agency, name="agency"),
    path("<province:province>/thu-tuc/<str:key>/", procedure.procedure, name="procedure"),
    path("<province:province>/thu-tuc/<str:key>/nop/", procedure.start, name="start"),
]
