from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "perenne.domain.notices"
    label = "notices"
