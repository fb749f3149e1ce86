from django.apps import AppConfig


class ClausesConfig(AppConfig):
    name = "perenne.domain.clauses"
    label = "clauses"
