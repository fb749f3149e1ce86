from django.urls import include, path

from perenne.web.clauses.agree.view import approve, submit
from perenne.web.clauses.calibrate.view import calibrate, estimate
from perenne.web.clauses.comment.view import answer, comment, resolve
from perenne.web.clauses.criterion.view import criterion, criterion_sheet
from perenne.web.clauses.list.view import clauses
from perenne.web.clauses.note.view import note
from perenne.web.clauses.papers.view import bundle, lots_bundle
from perenne.web.clauses.publish.view import prepare_again, publish
from perenne.web.clauses.redline.view import redline
from perenne.web.clauses.send_back.view import drop, send_back
from perenne.web.clauses.show.view import show
from perenne.web.clauses.word.view import word
from perenne.web.clauses.wording.view import printed, wording

app_name = "clauses"
urlpatterns = [
    path("", clauses, name="list"),
    path("consultations/<int:consultation_id>/publier/", publish, name="publish"),
    path("consultations/<int:consultation_id>/documents.zip", lots_bundle, name="lots_bundle"),
    path("lots/<int:lot_id>/reprendre/", prepare_again, name="prepare_again"),
    path("<int:clause_id>/", show, name="show"),
    path("<int:clause_id>/calibrer/", calibrate, name="calibrate"),
    path("<int:clause_id>/calibrer/resultat/", estimate, name="estimate"),
    path("<int:clause_id>/fondement/", word, name="word"),
    path("<int:clause_id>/critere/", criterion, name="criterion"),
    path("<int:clause_id>/critere.xlsx", criterion_sheet, name="criterion_sheet"),
    path("<int:clause_id>/soumettre/", submit, name="submit"),
    path("<int:clause_id>/valider/", approve, name="approve"),
    path("<int:clause_id>/renvoyer/", send_back, name="send_back"),
    path("<int:clause_id>/abandonner/", drop, name="drop"),
    path("<int:clause_id>/comparer/", redline, name="redline"),
    path("<int:clause_id>/commenter/", comment, name="comment"),
    path("<int:clause_id>/commentaires/<int:thread_id>/repondre/", answer, name="answer"),
    path("<int:clause_id>/commentaires/<int:thread_id>/clore/", resolve, name="resolve"),
    path("<int:clause_id>/note-de-calibrage.pdf", note, name="note"),
    path("<int:clause_id>/documents.zip", bundle, name="bundle"),
    path("<int:clause_id>/<str:piece>.docx", wording, name="wording"),
    path("<int:clause_id>/<str:piece>.pdf", printed, name="printed"),
    path("", include("perenne.web.commitments.urls")),
]
