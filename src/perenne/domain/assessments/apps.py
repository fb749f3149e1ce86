from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    name = "perenne.domain.assessments"
    label = "assessments"
