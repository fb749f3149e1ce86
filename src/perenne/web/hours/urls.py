from django.urls import path

from perenne.web.hours.account.view import account, account_file
from perenne.web.hours.checks.view import check, checks
from perenne.web.hours.correct.view import correct
from perenne.web.hours.days.view import days
from perenne.web.hours.discuss.view import comment, dispute, settle
from perenne.web.hours.link.view import (
    by_link,
    days_by_link,
    nothing_by_link,
    renew,
    revoke,
    take_back_by_link,
)
from perenne.web.hours.list.view import sheets
from perenne.web.hours.move.view import move
from perenne.web.hours.sheet.view import sheet
from perenne.web.hours.statement.view import nothing, statement, take_back
from perenne.web.hours.statements.view import open_month, statements
from perenne.web.hours.upload.columns.view import columns
from perenne.web.hours.upload.people.view import people
from perenne.web.hours.upload.show.view import apply, forget, show
from perenne.web.hours.upload.take_away.view import errors, template
from perenne.web.hours.upload.view import upload
from perenne.web.hours.validate.view import validate

app_name = "hours"
MINE = "heures/mes-releves/"
LINK = "declarer/<str:token>/"
DAYS = "jours/<int:hiring_id>/<str:kind>/"
IMPORT = "heures/importer/<int:import_id>/"
SHEET = "heures/<int:sheet_id>/"
WORK = "heures/lignes/<int:work_id>/"
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
