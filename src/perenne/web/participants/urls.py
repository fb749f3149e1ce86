from django.urls import path

from perenne.web.participants.answer.view import answer, complete, withdraw
from perenne.web.participants.ask.view import ask
from perenne.web.participants.list.view import files
from perenne.web.participants.merge.view import merge
from perenne.web.participants.show.view import show
from perenne.web.participants.withdraw.view import withdraw_verdict

app_name = "participants"
urlpatterns = [
    path("", files, name="list"),
    path("demander/", ask, name="ask"),
    path("<int:file_id>/", show, name="show"),
    path("<int:file_id>/reponse/", answer, name="answer"),
    path("<int:file_id>/completer/", complete, name="complete"),
    path("<int:file_id>/retirer/", withdraw, name="withdraw"),
    path("<int:file_id>/reunir/<int:kept_id>/", merge, name="merge"),
    path("<int:file_id>/avis/<int:verdict_id>/retirer/", withdraw_verdict, name="withdraw_verdict"),
]
