from django.urls import include, path

from perenne.web.participants.answer.view import answer, complete, withdraw
from perenne.web.participants.ask.view import ask
from perenne.web.participants.exits.view import exits
from perenne.web.participants.leave.view import leave
from perenne.web.participants.list.view import files
from perenne.web.participants.merge.view import merge
from perenne.web.participants.news.view import news
from perenne.web.participants.say.view import say
from perenne.web.participants.send.view import send
from perenne.web.participants.show.view import show
from perenne.web.participants.withdraw.view import withdraw_verdict
from perenne.web.person.pathway.view import pathway

app_name = "participants"
OF_FILES = [
    path("", files, name="list"),
    path("demander/", ask, name="ask"),
    path("completer/<str:token>/", say, name="say"),
    path("sorties/", exits, name="exits"),
    path("sorties/<int:exit_id>/nouvelles/", news, name="news"),
    path("<int:file_id>/", show, name="show"),
    path("<int:file_id>/reponse/", answer, name="answer"),
    path("<int:file_id>/question/", send, name="send"),
    path("<int:file_id>/completer/", complete, name="complete"),
    path("<int:file_id>/retirer/", withdraw, name="withdraw"),
    path("<int:file_id>/reunir/<int:kept_id>/", merge, name="merge"),
    path("<int:file_id>/avis/<int:verdict_id>/retirer/", withdraw_verdict, name="withdraw_verdict"),
]
OF_PERSONS = [  # below the texts of the site for them: `/personnes/<slug>/`
    path("<int:participant_id>/parcours/", pathway, name="pathway"),
    path("<int:participant_id>/sortie/", leave, name="leave"),
]
urlpatterns = [
    path("eligibilite/", include(OF_FILES)),
    path("personnes/", include(OF_PERSONS)),
]
