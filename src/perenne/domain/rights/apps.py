from django.apps import AppConfig


class RightsConfig(AppConfig):
    name = "perenne.domain.rights"
    label = "rights"
