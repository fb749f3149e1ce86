from django.apps import AppConfig


class DesignConfig(AppConfig):
    name = "perenne.web.design"
    label = "design"
    verbose_name = "Charte"
