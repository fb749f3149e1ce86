"""Addresses of promises."""

from django.urls import path

from perenne.web.promises.show.view import note, show

app_name = "promises"
urlpatterns = [
    path("<int:structure_id>/", show, name="show"),
    path("<int:structure_id>/lu/", note, name="note"),
]
