from django.apps import AppConfig


class PromisesConfig(AppConfig):
    name = "perenne.domain.promises"
    label = "promises"
