from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "motcua.records.catalogue"
    label = "records_catalogue"
