from django.urls import path

from perenne.web.boards.contracts.view import contracts
from perenne.web.boards.late.view import late
from perenne.web.boards.loads.view import loads
from perenne.web.boards.segments.view import segments
from perenne.web.boards.waiting.view import waiting

app_name = "boards"
urlpatterns = [
    path("", loads, name="loads"),
    path("attente/", waiting, name="waiting"),
    path("releves-en-retard/", late, name="late"),
    path("segments/", segments, name="segments"),
    path("marches/", contracts, name="contracts"),
]
