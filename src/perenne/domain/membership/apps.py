from django.apps import AppConfig


class MembershipConfig(AppConfig):
    name = "perenne.domain.membership"
    label = "membership"
