"""The addresses of meetings: what follows a contract, from the calendar to the minutes."""

from django.urls import path

from perenne.web.reviews.list.view import reviews
from perenne.web.reviews.papers.view import appointment, file, minutes
from perenne.web.reviews.plan.view import add, plan
from perenne.web.reviews.show.view import cancel, share, show, tick
from perenne.web.reviews.state.view import state
from perenne.web.reviews.write.view import take_off, write

app_name = "reviews"
urlpatterns = [
    path("reunions/", reviews, name="list"),
    path("reunions/nouvelle/<int:commitment_id>/", add, name="add"),
    path("reunions/<int:review_id>/", show, name="show"),
    path("reunions/<int:review_id>/planifier/", plan, name="plan"),
    path("reunions/<int:review_id>/compte-rendu/", write, name="write"),
    path("reunions/<int:review_id>/compte-rendu.pdf", minutes, name="minutes"),
    path("reunions/<int:review_id>/reunion.ics", appointment, name="appointment"),
    path("reunions/<int:review_id>/diffuser/", share, name="share"),
    path("reunions/<int:review_id>/annuler/", cancel, name="cancel"),
    path("reunions/<int:review_id>/fichiers/<uuid:file_id>/", file, name="file"),
    path("reunions/<int:review_id>/fichiers/<uuid:file_id>/retirer/", take_off, name="take_off"),
    path("reunions/decisions/<int:decision_id>/", tick, name="tick"),
    path("engagements/<int:commitment_id>/etat.pdf", state, name="state"),
]
