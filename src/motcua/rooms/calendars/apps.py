from django.apps import AppConfig


class CalendarsRoomConfig(AppConfig):
    name = "motcua.rooms.calendars"
    label = "rooms_calendars"
