from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "motcua.records.directory"
    label = "records_directory"
