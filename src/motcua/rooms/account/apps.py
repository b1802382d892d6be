from django.apps import AppConfig


class AccountConfig(AppConfig):
    name = "motcua.rooms.account"
    label = "rooms_account"
