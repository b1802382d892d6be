from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "motcua.rooms.desk"
    label = "rooms_desk"
