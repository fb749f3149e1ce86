from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "perenne.kit.journal"
    label = "journal"
