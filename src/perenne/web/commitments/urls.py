"""The addresses of commitments, in the names of clauses: what a clause becomes once awarded."""

from django.urls import path

from perenne.web.commitments.close.view import close
from perenne.web.commitments.consent.view import ask, consent
from perenne.web.commitments.convention.view import convention
from perenne.web.commitments.entrust.view import entrust
from perenne.web.commitments.kick_off.view import kick_off
from perenne.web.commitments.list.view import commitments
from perenne.web.commitments.offer.view import answer
from perenne.web.commitments.pack.view import pack
from perenne.web.commitments.reply.view import reply
from perenne.web.commitments.sheet.view import sheet
from perenne.web.commitments.show.view import show, split_again
from perenne.web.commitments.start.view import start
from perenne.web.commitments.withdraw.view import resend, withdraw

urlpatterns = [
    path("engagements/", commitments, name="commitments"),
    path("engagements/<int:commitment_id>/", show, name="commitment"),
    path("engagements/<int:commitment_id>/mise-au-point/", kick_off, name="kick_off"),
    path("engagements/<int:commitment_id>/accord/", consent, name="consent"),
    path("engagements/<int:commitment_id>/accord/demander/", ask, name="ask_consent"),
    path("engagements/<int:commitment_id>/repartition/", split_again, name="split_again"),
    path("engagements/<int:commitment_id>/fiche-entreprise.pdf", sheet, name="sheet"),
    path("engagements/<int:commitment_id>/convention.<str:kind>", convention, name="convention"),
    path("engagements/<int:commitment_id>/dossier-de-demarrage.zip", pack, name="pack"),
    path("engagements/<int:commitment_id>/parts/<int:share_id>/confier/", entrust, name="entrust"),
    path("engagements/<int:commitment_id>/parts/<int:share_id>/repondre/", reply, name="reply"),
    path(
        "engagements/<int:commitment_id>/parts/<int:share_id>/reprendre/", withdraw, name="withdraw"
    ),
    path("engagements/<int:commitment_id>/parts/<int:share_id>/renvoyer/", resend, name="resend"),
    path("marches/<int:contract_id>/notifier/", start, name="start"),
    path("marches/<int:contract_id>/terminer/", close, name="close"),
    path("reponse/<str:token>/", answer, name="offer"),
]
