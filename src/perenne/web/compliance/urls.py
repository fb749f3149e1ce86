from django.urls import path

from perenne.web.compliance.act.acts import ACTS
from perenne.web.compliance.act.view import receive, view_of
from perenne.web.compliance.answer.view import answer
from perenne.web.compliance.enclosure.view import enclosure
from perenne.web.compliance.letter.view import decision, letter
from perenne.web.compliance.list.view import shortfalls
from perenne.web.compliance.open.view import open_one
from perenne.web.compliance.propose.view import propose
from perenne.web.compliance.show.view import show

app_name = "compliance"
urlpatterns = [
    path("", shortfalls, name="list"),
    path("ouvrir/<int:commitment_id>/", open_one, name="open"),
    path("<int:shortfall_id>/", show, name="show"),
    path("<int:shortfall_id>/repondre/", answer, name="answer"),
    path("<int:shortfall_id>/pieces/<uuid:file_id>/", enclosure, name="enclosure"),
    path("<int:shortfall_id>/proposer/", propose, name="propose"),
    path("<int:shortfall_id>/lettres/<int:letter_id>.pdf", letter, name="letter"),
    path("<int:shortfall_id>/lettres/<int:letter_id>/reception/", receive, name="receive"),
    path("<int:shortfall_id>/decision.pdf", decision, name="decision"),
    *(path(f"<int:shortfall_id>/{one.path}/", view_of(one), name=one.name) for one in ACTS),
]
