from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "motcua.records.jobs"
    label = "records_jobs"
