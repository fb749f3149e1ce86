from django.urls import path

from perenne.web.directory.find.view import find, points, suggest
from perenne.web.directory.lists.view import drop, lists, rename, take
from perenne.web.directory.offer.view import own, say
from perenne.web.directory.show.view import keep, publish, show

app_name = "directory"
urlpatterns = [
    path("annuaire/", find, name="find"),
    path("annuaire/points.json", points, name="points"),
    path("annuaire/suggestions/", suggest, name="suggest"),
    path("annuaire/listes/", lists, name="lists"),
    path("annuaire/listes/<int:list_id>/renommer/", rename, name="rename"),
    path("annuaire/listes/<int:list_id>/supprimer/", drop, name="drop"),
    path("annuaire/listes/<int:list_id>/retirer/<int:structure_id>/", take, name="take"),
    path("annuaire/<int:structure_id>/", show, name="show"),
    path("annuaire/<int:structure_id>/garder/", keep, name="keep"),
    path("annuaire/<int:structure_id>/publication/", publish, name="publish"),
    path("annuaire/<int:structure_id>/offre/", say, name="say"),
    path("mon-offre/", own, name="own"),
]
