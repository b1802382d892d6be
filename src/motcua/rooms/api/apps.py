from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "motcua.rooms.api"
    label = "rooms_api"
