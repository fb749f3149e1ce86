from django.apps import AppConfig


class ParticipantsConfig(AppConfig):
    name = "perenne.domain.participants"
    label = "participants"
