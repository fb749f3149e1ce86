from django.apps import AppConfig


class ComplianceConfig(AppConfig):
    name = "perenne.domain.compliance"
    label = "compliance"
