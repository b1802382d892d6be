from django.apps import AppConfig


class CitizenConfig(AppConfig):
    name = "motcua.rooms.citizen"
    label = "rooms_citizen"
