from django.urls import path

from motcua.rooms.desk import jobs, lists, opinion, printouts, registers, views
from motcua.rooms.desk.acting import act_view
from motcua.rooms.desk.bulk import bulk
from motcua.rooms.desk.pages import PAGES

app_name = "desk"
urlpatterns = [
    path("", lists.mine, name="mine"),
    path("phong/", lists.unit, name="unit"),
    path("sap-den-han/", lists.soon, name="soon"),
    path("cho-quyet-dinh/", lists.calls, name="calls"),
    path("nhac-viec/", lists.reminded, name="reminded"),
    path("tra-cuu/", lists.find, name="find"),
    path("cung-luc/", jobs.recent, name="jobs"),
    path("cung-luc/viec/<uuid:pk>/", jobs.job, name="job"),
    path("cung-luc/viec/<uuid:pk>/dung/", jobs.stop, name="job_stop"),
    path("cung-luc/viec/<uuid:pk>/ket-qua.csv", jobs.table, name="job_table"),
    path("cung-luc/giay/<str:kind>.pdf", printouts.papers, name="papers"),
    path("cung-luc/<str:act>/", bulk, name="bulk"),
    path("so-theo-doi/", registers.choose, name="registers"),
    path("so-theo-doi/<uuid:pk>/", registers.one, name="registers_one"),
    path("so-theo-doi/<uuid:pk>/so.pdf", registers.paper, name="registers_paper"),
    path("<str:code>/", views.show, name="dossier"),
    path("<str:code>/y-kien/luu", opinion.save, name="opinion"),
    path("<str:code>/so-dinh-danh/", views.reveal, name="reveal"),
    path("<str:code>/ai-da-xem/", views.visitors, name="visitors"),
    path("<str:code>/giay/<str:key>.pdf", views.paper, name="paper"),
    path("<str:code>/tep/<uuid:pk>/", views.download, name="download"),
    path("<str:code>/tep/<uuid:pk>/<int:number>.png", views.page, name="page"),
    *(path(f"<str:code>/{page.slug}/", act_view(page), name=page.act.value) for page in PAGES),
]
