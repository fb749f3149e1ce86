from django.apps import AppConfig


class TenancyConfig(AppConfig):
    name = "perenne.kit.tenancy"
    label = "tenancy"
