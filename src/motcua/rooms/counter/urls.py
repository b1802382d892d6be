from django.urls import path

from motcua.rooms.counter import direct, helping, queues

app_name = "counter"
urlpatterns = [
    path("", queues.intake, name="intake"),
    path("ban-giao/", queues.hand_over, name="hand_over"),
    path("tra-ket-qua/", queues.deliver, name="deliver"),
    path("truc-tiep/", direct.choose, name="direct"),
    path("truc-tiep/bat-dau/", direct.start, name="start"),
    path("truc-tiep/<uuid:pk>/", direct.visitor, name="visitor"),
    path("truc-tiep/<uuid:pk>/da-nop/", helping.helped, name="helped"),
    path("truc-tiep/<uuid:pk>/giay-bao/", helping.notice, name="notice"),
    path("<str:code>/", queues.one, name="one"),
]
