from django.urls import path

from motcua.rooms.calendars import deciding, views

app_name = "calendars"
urlpatterns = [
    path("", views.year, name="year"),
    path("de-nghi/", deciding.propose, name="propose"),
    path("phien-ban/<int:number>/", views.version, name="version"),
    path("phien-ban/<int:number>/dem/", deciding.count, name="count"),
    path("phien-ban/<int:number>/phe-duyet/", deciding.approve, name="approve"),
    path("phien-ban/<int:number>/bo/", deciding.decline, name="decline"),
    path("phien-ban/<int:number>/tinh-lai/", deciding.go_on, name="go_on"),
]
