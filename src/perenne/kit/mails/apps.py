from django.apps import AppConfig


class MailsConfig(AppConfig):
    name = "perenne.kit.mails"
    label = "mails"
