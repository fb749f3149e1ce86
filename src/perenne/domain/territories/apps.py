from django.apps import AppConfig


class TerritoriesConfig(AppConfig):
    name = "perenne.domain.territories"
    label = "territories"
