from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "perenne.domain.organisations"
    label = "organisations"
