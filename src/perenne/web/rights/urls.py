from django.urls import path

from perenne.web.rights.answer.view import answer
from perenne.web.rights.ask.view import ask
from perenne.web.rights.ask_without_account.view import ask_without_account
from perenne.web.rights.desk.view import desk
from perenne.web.rights.export.view import export, export_followed
from perenne.web.rights.extend.view import extend
from perenne.web.rights.follow.view import follow
from perenne.web.rights.lift.view import lift
from perenne.web.rights.mine.view import mine
from perenne.web.rights.refuse.view import refuse
from perenne.web.rights.show.view import show
from perenne.web.rights.withdraw.view import withdraw

app_name = "rights"
urlpatterns = [
    path("", mine, name="mine"),
    path("telecharger/", export, name="export"),
    path("demander/", ask, name="ask"),
    path("sans-compte/", ask_without_account, name="ask_without_account"),
    path("suivi/<str:key>/", follow, name="follow"),
    path("suivi/<str:key>/telecharger/", export_followed, name="export_followed"),
    path("accord/<str:key>/", withdraw, name="withdraw"),
    path("a-traiter/", desk, name="desk"),
    path("demandes/<int:request_id>/", show, name="show"),
    path("demandes/<int:request_id>/satisfaire/", answer, name="answer"),
    path("demandes/<int:request_id>/refuser/", refuse, name="refuse"),
    path("demandes/<int:request_id>/prolonger/", extend, name="extend"),
    path("demandes/<int:request_id>/lever/", lift, name="lift"),
]
