from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "motcua.project"
    label = "project"

    def ready(self) -> None:
        from motcua.project import wiring

        wiring.connect()
