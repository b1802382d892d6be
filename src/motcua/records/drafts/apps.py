from django.apps import AppConfig


class DraftsConfig(AppConfig):
    name = "motcua.records.drafts"
    label = "records_drafts"
