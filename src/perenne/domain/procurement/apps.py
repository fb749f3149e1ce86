from django.apps import AppConfig


class ProcurementConfig(AppConfig):
    name = "perenne.domain.procurement"
    label = "procurement"
