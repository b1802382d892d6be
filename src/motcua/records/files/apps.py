from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "motcua.records.files"
    label = "records_files"
