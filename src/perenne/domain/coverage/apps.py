from django.apps import AppConfig


class CoverageConfig(AppConfig):
    name = "perenne.domain.coverage"
    label = "coverage"
