"""Addresses of promises."""

from django.urls import path

from perenne.web.promises.show.view import note, show
from perenne.web.promises.together.view import together

app_name = "promises"
urlpatterns = [
    path("<int:structure_id>/", show, name="show"),
    path("<int:structure_id>/lu/", note, name="note"),
    path("besoins/<int:opening_id>/ensemble/", together, name="together"),
]
