from django.apps import AppConfig


class WorklistConfig(AppConfig):
    name = "motcua.projections.worklist"
    label = "projections_worklist"
