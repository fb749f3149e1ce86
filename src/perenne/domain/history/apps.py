from django.apps import AppConfig


class HistoryConfig(AppConfig):
    name = "perenne.domain.history"
    label = "history"
