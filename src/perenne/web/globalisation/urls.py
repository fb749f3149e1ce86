"""The addresses of globalisation: proposals, what became of them, and what a hiring would cover."""

from django.urls import path

from perenne.web.globalisation.imagine.view import imagine
from perenne.web.globalisation.list.view import plans
from perenne.web.globalisation.show.view import approve, discard, show
from perenne.web.globalisation.undo.view import undo

app_name = "globalisation"
urlpatterns = [
    path("", plans, name="list"),
    path("simuler/", imagine, name="imagine"),
    path("<int:plan_id>/", show, name="show"),
    path("<int:plan_id>/appliquer/", approve, name="approve"),
    path("<int:plan_id>/ecarter/", discard, name="discard"),
    path("<int:plan_id>/annuler/", undo, name="undo"),
]
