"""Needs of people: asked for, answered with or without an account, read by people as offers."""

from django.urls import path

from perenne.web.sourcing.answer.view import answer
from perenne.web.sourcing.asked.view import asked, resume, withdraw
from perenne.web.sourcing.close.view import close
from perenne.web.sourcing.list.view import openings
from perenne.web.sourcing.needs.view import needs
from perenne.web.sourcing.offer.view import offer
from perenne.web.sourcing.offers.view import offers
from perenne.web.sourcing.open.view import ask, choose
from perenne.web.sourcing.proposals.view import proposals, withdraw_person
from perenne.web.sourcing.propose.view import propose
from perenne.web.sourcing.reply.view import reply
from perenne.web.sourcing.settle.view import fill, keep, leave, leave_person
from perenne.web.sourcing.show.view import show

app_name = "sourcing"
urlpatterns = [
    path("besoins/", openings, name="list"),
    path("besoins/demander/", choose, name="choose"),
    path("besoins/demander/<int:commitment_id>/", ask, name="open"),
    path("besoins/ouverts/", needs, name="needs"),
    path("besoins/repondre/<str:token>/", reply, name="reply"),
    path("besoins/<int:opening_id>/", show, name="show"),
    path("besoins/<int:opening_id>/fermer/", close, name="close"),
    path("besoins/<int:opening_id>/pourvu/", fill, name="fill"),
    path("besoins/<int:opening_id>/proposer/", propose, name="propose"),
    path("besoins/<int:opening_id>/offres/<int:offer_id>/retenir/", keep, name="keep"),
    path("besoins/<int:opening_id>/offres/<int:offer_id>/ecarter/", leave, name="leave"),
    path(
        "besoins/<int:opening_id>/personnes/<int:candidate_id>/ecarter/",
        leave_person,
        name="leave_person",
    ),
    path("mes-sollicitations/", asked, name="asked"),
    path("mes-sollicitations/reprendre/", resume, name="resume"),
    path("mes-sollicitations/<int:solicitation_id>/", answer, name="answer"),
    path("mes-sollicitations/offres/<int:offer_id>/retirer/", withdraw, name="withdraw"),
    path("mes-propositions/", proposals, name="proposals"),
    path("mes-propositions/<int:candidate_id>/retirer/", withdraw_person, name="withdraw_person"),
    path("offres/", offers, name="offers"),
    path("offres/<int:opening_id>/", offer, name="offer"),
]
