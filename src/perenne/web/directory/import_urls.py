"""The addresses of the pages where the coordination brings in files of structures."""

from django.urls import path

from perenne.web.directory.import_end.view import apply, drop
from perenne.web.directory.import_list.view import files
from perenne.web.directory.import_show.view import show

app_name = "imports"
urlpatterns = [
    path("", files, name="list"),
    path("<int:import_id>/", show, name="show"),
    path("<int:import_id>/appliquer/", apply, name="apply"),
    path("<int:import_id>/abandonner/", drop, name="drop"),
]
