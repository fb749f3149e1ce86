from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "perenne.domain.people"
    label = "people"
