from django.urls import path

from perenne.web.contact.coordination.view import coordination
from perenne.web.contact.facilitator.view import facilitator
from perenne.web.contact.file.view import file
from perenne.web.contact.follow.view import follow, withdraw
from perenne.web.contact.index.view import index
from perenne.web.contact.list.view import received
from perenne.web.contact.problem.view import problem
from perenne.web.contact.review.view import review
from perenne.web.contact.show.view import answer, close, hand_over, release, show

app_name = "contact"
urlpatterns = [
    path("", index, name="index"),
    path("coordination/", coordination, name="coordination"),
    path("facilitateur/<slug:commune_code>/", facilitator, name="facilitator"),
    path("revue-de-marche/", review, name="review"),
    path("probleme/", problem, name="problem"),
    path("suivi/<str:key>/", follow, name="follow"),
    path("suivi/<str:key>/effacer/", withdraw, name="withdraw"),
    path("recus/", received, name="list"),
    path("recus/<int:enquiry_id>/", show, name="show"),
    path("recus/<int:enquiry_id>/repondre/", answer, name="answer"),
    path("recus/<int:enquiry_id>/passer/", hand_over, name="hand_over"),
    path("recus/<int:enquiry_id>/classer/", close, name="close"),
    path("recus/<int:enquiry_id>/remettre/", release, name="release"),
    path("recus/<int:enquiry_id>/fichiers/<uuid:file_id>/", file, name="file"),
]
