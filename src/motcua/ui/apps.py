from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "motcua.ui"
    label = "ui"
    verbose_name = "Motcua: bảng màu, chữ và bộ phận"
