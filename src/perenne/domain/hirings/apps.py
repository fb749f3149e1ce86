from django.apps import AppConfig


class HiringsConfig(AppConfig):
    name = "perenne.domain.hirings"
    label = "hirings"
