"""Every address of the system. Vietnamese lies at the root, English under /en/; machines have one language."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from motcua.project.health import healthz, readyz
from motcua.rooms.api.urls import api

urlpatterns = [
    path("healthz", healthz),
    path("readyz", readyz),
    path("api/v1/", api.urls),
]
urlpatterns += i18n_patterns(
    *([path("_ui", include("motcua.ui.urls"))] if settings.MOTCUA_SHOW_UI else []),
    path("can-bo/", include("motcua.rooms.account.urls")),
    path("quay/", include("motcua.rooms.counter.urls")),
    path("ban-lam-viec/", include("motcua.rooms.desk.urls")),
    path("lich-lam-viec/", include("motcua.rooms.calendars.urls")),
    path("", include("motcua.rooms.citizen.urls")),
    prefix_default_language=False,
)
