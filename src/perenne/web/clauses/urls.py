from django.urls import path

from perenne.web.clauses.calibrate.view import calibrate, estimate
from perenne.web.clauses.list.view import clauses
from perenne.web.clauses.note.view import note
from perenne.web.clauses.show.view import show
from perenne.web.clauses.word.view import word
from perenne.web.clauses.wording.view import wording
from perenne.web.commitments.urls import COMMITMENTS

app_name = "clauses"
urlpatterns = [
    path("", clauses, name="list"),
    path("<int:clause_id>/", show, name="show"),
    path("<int:clause_id>/calibrer/", calibrate, name="calibrate"),
    path("<int:clause_id>/calibrer/resultat/", estimate, name="estimate"),
    path("<int:clause_id>/fondement/", word, name="word"),
    path("<int:clause_id>/note-de-calibrage.pdf", note, name="note"),
    path("<int:clause_id>/<str:piece>.docx", wording, name="wording"),
    *COMMITMENTS,
]
