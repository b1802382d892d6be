from django.apps import AppConfig


class DeadlinesConfig(AppConfig):
    name = "motcua.projections.deadlines"
    label = "projections_deadlines"
