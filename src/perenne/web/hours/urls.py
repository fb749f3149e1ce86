from django.urls import path

from perenne.web.hours.checks.view import check, checks
from perenne.web.hours.correct.view import correct
from perenne.web.hours.discuss.view import comment, dispute, settle
from perenne.web.hours.list.view import sheets
from perenne.web.hours.move.view import move
from perenne.web.hours.sheet.view import sheet
from perenne.web.hours.validate.view import validate

app_name = "hours"
SHEET = "heures/<int:sheet_id>/"
WORK = "heures/lignes/<int:work_id>/"
urlpatterns = [
    path("heures/", sheets, name="sheets"),
    path("heures/valider/", validate, name="validate"),
    path("heures/controles/", checks, name="checks"),
    path("heures/controles/<str:code>/", check, name="check"),
    path(SHEET, sheet, name="sheet"),
    path(f"{SHEET}repondre/", comment, name="comment"),
    path(f"{SHEET}contester/", dispute, name="dispute"),
    path(f"{SHEET}clore/", settle, name="settle"),
    path(f"{WORK}corriger/", correct, name="correct"),
    path(f"{WORK}deplacer/", move, name="move"),
]
