from django.urls import path

from perenne.web.hours.days.view import days
from perenne.web.hours.link.view import (
    by_link,
    days_by_link,
    nothing_by_link,
    renew,
    revoke,
    take_back_by_link,
)
from perenne.web.hours.statement.view import nothing, statement, take_back
from perenne.web.hours.statements.view import open_month, statements

app_name = "hours"
MINE = "heures/mes-releves/"
LINK = "declarer/<str:token>/"
DAYS = "jours/<int:hiring_id>/<str:kind>/"
urlpatterns = [
    path(MINE, statements, name="statements"),
    path(f"{MINE}ouvrir/", open_month, name="open_month"),
    path(f"{MINE}<int:statement_id>/", statement, name="statement"),
    path(f"{MINE}<int:statement_id>/aucune-heure/", nothing, name="nothing"),
    path(f"{MINE}<int:statement_id>/reprendre/", take_back, name="take_back"),
    path(f"{MINE}<int:statement_id>/{DAYS}", days, name="days"),
    path(LINK, by_link, name="by_link"),
    path(f"{LINK}aucune-heure/", nothing_by_link, name="nothing_by_link"),
    path(f"{LINK}reprendre/", take_back_by_link, name="take_back_by_link"),
    path(f"{LINK}{DAYS}", days_by_link, name="days_by_link"),
    path(f"{LINK}renouveler/", renew, name="renew"),
    path(f"{LINK}retirer/", revoke, name="revoke"),
]
