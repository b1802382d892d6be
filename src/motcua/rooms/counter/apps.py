from django.apps import AppConfig


class CounterConfig(AppConfig):
    name = "motcua.rooms.counter"
    label = "rooms_counter"
