from django.urls import path

from perenne.web.membership.charter.view import charter
from perenne.web.membership.join.view import join
from perenne.web.membership.judge.view import exclude, pardon
from perenne.web.membership.leave.view import leave
from perenne.web.membership.list.view import members

app_name = "membership"
urlpatterns = [
    path("", join, name="join"),
    path("charte/<slug:version>/", charter, name="charter"),
    path("quitter/", leave, name="leave"),
    path("membres/", members, name="list"),
    path("membres/<int:membership_id>/exclure/", exclude, name="exclude"),
    path("membres/<int:membership_id>/lever/", pardon, name="pardon"),
]
