from django.apps import AppConfig


class VisitsConfig(AppConfig):
    name = "motcua.records.visits"
    label = "records_visits"
