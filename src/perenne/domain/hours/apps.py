from django.apps import AppConfig


class HoursConfig(AppConfig):
    name = "perenne.domain.hours"
    label = "hours"
