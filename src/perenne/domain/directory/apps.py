from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "perenne.domain.directory"
    label = "directory"
