from django.urls import path

from perenne.web.person.answer.view import answer
from perenne.web.person.link.view import hand, mail, revoke
from perenne.web.person.notice.view import notice
from perenne.web.person.own.view import own
from perenne.web.person.speak.view import speak

app_name = "person"
urlpatterns = [
    path("mon-parcours/information/", notice, name="notice"),
    path("mon-parcours/<str:token>/", own, name="own"),
    path("mon-parcours/<str:token>/mois/<int:sheet_id>/", speak, name="speak"),
    path("personnes/desaccords/<int:voice_id>/", answer, name="answer"),
    path("personnes/<int:participant_id>/lien/imprimer/", hand, name="hand"),
    path("personnes/<int:participant_id>/lien/envoyer/", mail, name="mail"),
    path("personnes/<int:participant_id>/lien/reprendre/", revoke, name="revoke"),
]
