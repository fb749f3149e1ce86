"""The addresses of the follow-up of hours: all commitments by level, and each one."""

from django.urls import path

from perenne.web.pace.list.view import paces_list
from perenne.web.pace.season.view import season
from perenne.web.pace.show.view import look, show

app_name = "pace"
ONE = "engagements/<int:commitment_id>/suivi/"
urlpatterns = [
    path("suivi/", paces_list, name="list"),
    path("suivi/alertes/<int:alert_id>/", look, name="look"),
    path(ONE, show, name="show"),
    path(f"{ONE}mois-travailles/", season, name="season"),
]
