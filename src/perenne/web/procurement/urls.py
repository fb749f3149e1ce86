from django.urls import path

from perenne.web.procurement.act.acts import ACTS
from perenne.web.procurement.act.view import view_of
from perenne.web.procurement.amend.view import amend
from perenne.web.procurement.award.view import add_awardee, award, call, record
from perenne.web.procurement.consultation.view import consultation
from perenne.web.procurement.consultations.view import consultations
from perenne.web.procurement.contract.view import contract
from perenne.web.procurement.contracts.view import contracts
from perenne.web.procurement.lot.view import add_lot, edit_lot, remove_lot, show_lot
from perenne.web.procurement.open.view import open_by_hand
from perenne.web.procurement.open_from.view import open_from
from perenne.web.procurement.settle.view import drop, find_unsuccessful

app_name = "procurement"
urlpatterns = [
    path("consultations/", consultations, name="consultations"),
    path("consultations/nouvelle/", open_by_hand, name="open"),
    path("consultations/nouvelle/<uuid:programme_id>/", open_from, name="open_from"),
    path("consultations/<int:consultation_id>/", consultation, name="consultation"),
    path("consultations/<int:consultation_id>/modifier/", amend, name="amend_consultation"),
    path("consultations/<int:consultation_id>/lots/ajouter/", add_lot, name="add_lot"),
    path("lots/<int:lot_id>/", show_lot, name="lot"),
    path("lots/<int:lot_id>/modifier/", edit_lot, name="edit_lot"),
    path("lots/<int:lot_id>/retirer/", remove_lot, name="remove_lot"),
    path("lots/<int:lot_id>/attribuer/", award, name="award"),
    path("lots/<int:lot_id>/attributaires/ajouter/", add_awardee, name="add_awardee"),
    path("lots/<int:lot_id>/infructueux/", find_unsuccessful, name="find_unsuccessful"),
    path("lots/<int:lot_id>/sans-suite/", drop, name="drop"),
    path("marches/", contracts, name="contracts"),
    path("marches/nouveau/", record, name="record"),
    path("marches/<int:contract_id>/", contract, name="contract"),
    path("marches/<int:contract_id>/marche-subsequent/", call, name="call"),
    *(path(f"marches/<int:contract_id>/{one.slug}/", view_of(one), name=one.name) for one in ACTS),
]
