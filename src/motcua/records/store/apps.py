from django.apps import AppConfig


class StoreConfig(AppConfig):
    name = "motcua.records.store"
    label = "records_store"
