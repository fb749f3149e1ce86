from django.urls import path

from perenne.web.hours.upload.columns.view import columns
from perenne.web.hours.upload.people.view import people
from perenne.web.hours.upload.show.view import apply, forget, show
from perenne.web.hours.upload.take_away.view import errors, template
from perenne.web.hours.upload.view import upload

app_name = "hours"
IMPORT = "heures/importer/<int:import_id>/"
urlpatterns = [
    path("heures/importer/", upload, name="upload"),
    path("heures/importer/modele.xlsx", template, name="template"),
    path(IMPORT, show, name="upload_show"),
    path(f"{IMPORT}colonnes/", columns, name="upload_columns"),
    path(f"{IMPORT}personnes/", people, name="upload_people"),
    path(f"{IMPORT}enregistrer/", apply, name="upload_apply"),
    path(f"{IMPORT}effacer/", forget, name="upload_forget"),
    path(f"{IMPORT}a-corriger.xlsx", errors, name="upload_errors"),
]
