from django.apps import AppConfig


class LibraryConfig(AppConfig):
    name = "perenne.domain.library"
    label = "library"
