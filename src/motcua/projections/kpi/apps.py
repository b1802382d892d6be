from django.apps import AppConfig


class KpiConfig(AppConfig):
    name = "motcua.projections.kpi"
    label = "projections_kpi"
