from django.apps import AppConfig


class SourcingConfig(AppConfig):
    name = "perenne.domain.sourcing"
    label = "sourcing"
