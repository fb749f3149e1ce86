from django.urls import path

from perenne.web.hours.template.view import template
from perenne.web.hours.upload.view import upload
from perenne.web.hours.upload_apply.view import upload_apply
from perenne.web.hours.upload_columns.view import upload_columns
from perenne.web.hours.upload_errors.view import upload_errors
from perenne.web.hours.upload_forget.view import upload_forget
from perenne.web.hours.upload_people.view import upload_people
from perenne.web.hours.upload_show.view import upload_show

app_name = "hours"
IMPORT = "heures/importer/<int:import_id>/"
urlpatterns = [
    path("heures/importer/", upload, name="upload"),
    path("heures/importer/modele.xlsx", template, name="template"),
    path(IMPORT, upload_show, name="upload_show"),
    path(f"{IMPORT}colonnes/", upload_columns, name="upload_columns"),
    path(f"{IMPORT}personnes/", upload_people, name="upload_people"),
    path(f"{IMPORT}enregistrer/", upload_apply, name="upload_apply"),
    path(f"{IMPORT}effacer/", upload_forget, name="upload_forget"),
    path(f"{IMPORT}a-corriger.xlsx", upload_errors, name="upload_errors"),
]
