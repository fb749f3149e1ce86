from django.urls import path

from perenne.web.hours.account.view import account, account_file
from perenne.web.hours.checks.view import check, checks
from perenne.web.hours.correct.view import correct
from perenne.web.hours.discuss.view import comment, dispute, settle
from perenne.web.hours.list.view import sheets
from perenne.web.hours.move.view import move
from perenne.web.hours.sheet.view import sheet
from perenne.web.hours.upload.columns.view import columns
from perenne.web.hours.upload.people.view import people
from perenne.web.hours.upload.show.view import apply, forget, show
from perenne.web.hours.upload.take_away.view import errors, template
from perenne.web.hours.upload.view import upload
from perenne.web.hours.validate.view import validate

app_name = "hours"
IMPORT = "heures/importer/<int:import_id>/"
SHEET = "heures/<int:sheet_id>/"
WORK = "heures/lignes/<int:work_id>/"
urlpatterns = [
    path("heures/importer/", upload, name="upload"),
    path("heures/importer/modele.xlsx", template, name="template"),
    path(IMPORT, show, name="upload_show"),
    path(f"{IMPORT}colonnes/", columns, name="upload_columns"),
    path(f"{IMPORT}personnes/", people, name="upload_people"),
    path(f"{IMPORT}enregistrer/", apply, name="upload_apply"),
    path(f"{IMPORT}effacer/", forget, name="upload_forget"),
    path(f"{IMPORT}a-corriger.xlsx", errors, name="upload_errors"),
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
    path("engagements/<int:commitment_id>/compte/", account, name="account"),
    path("engagements/<int:commitment_id>/compte.<str:kind>", account_file, name="account_file"),
]
