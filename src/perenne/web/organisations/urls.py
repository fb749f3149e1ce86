from django.urls import path

from perenne.web.organisations.accept.view import accept
from perenne.web.organisations.choose.view import choose
from perenne.web.organisations.complete.view import complete
from perenne.web.organisations.declare.view import declare
from perenne.web.organisations.edit.view import edit
from perenne.web.organisations.judge.view import (
    present_again,
    refuse,
    restore,
    suspend,
    verify,
)
from perenne.web.organisations.leave.view import close, leave
from perenne.web.organisations.list.view import organisations
from perenne.web.organisations.mine.view import mine, switch
from perenne.web.organisations.people.asking import decline, grant, resend, withdraw
from perenne.web.organisations.people.seats import name_admin, remove, withdraw_admin
from perenne.web.organisations.people.view import people
from perenne.web.organisations.show.view import own, show

app_name = "organisations"
urlpatterns = [
    path("", organisations, name="list"),
    path("ouvrir/", choose, name="choose"),
    path("ouvrir/<slug:slug>/", declare, name="declare"),
    path("completer/", complete, name="complete"),
    path("mes-espaces/", mine, name="mine"),
    path("changer/", switch, name="switch"),
    path("mon-organisme/", own, name="own"),
    path("invitation/<str:token>/", accept, name="accept"),
    path("invitations/<int:invitation_id>/renvoyer/", resend, name="resend"),
    path("invitations/<int:invitation_id>/retirer/", withdraw, name="withdraw"),
    path("demandes/<int:request_id>/accepter/", grant, name="grant"),
    path("demandes/<int:request_id>/refuser/", decline, name="decline"),
    path("places/<int:seat_id>/administrer/", name_admin, name="name_admin"),
    path("places/<int:seat_id>/ne-plus-administrer/", withdraw_admin, name="withdraw_admin"),
    path("places/<int:seat_id>/retirer/", remove, name="remove"),
    path("<int:organisation_id>/", show, name="show"),
    path("<int:organisation_id>/modifier/", edit, name="edit"),
    path("<int:organisation_id>/personnes/", people, name="people"),
    path("<int:organisation_id>/quitter/", leave, name="leave"),
    path("<int:organisation_id>/fermer/", close, name="close"),
    path("<int:organisation_id>/verifier/", verify, name="verify"),
    path("<int:organisation_id>/refuser/", refuse, name="refuse"),
    path("<int:organisation_id>/suspendre/", suspend, name="suspend"),
    path("<int:organisation_id>/retablir/", restore, name="restore"),
    path("<int:organisation_id>/presenter/", present_again, name="present_again"),
]
