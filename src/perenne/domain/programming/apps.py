from django.apps import AppConfig


class ProgrammingConfig(AppConfig):
    name = "perenne.domain.programming"
    label = "programming"
