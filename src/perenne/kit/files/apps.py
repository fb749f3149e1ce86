from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "perenne.kit.files"
    label = "files"
