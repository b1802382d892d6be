from django.apps import AppConfig


class CalendarsConfig(AppConfig):
    name = "motcua.records.calendars"
    label = "records_calendars"
