from django.apps import AppConfig


class OpsConfig(AppConfig):
    name = "perenne.ops"
    label = "ops"
