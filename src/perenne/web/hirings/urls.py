from django.urls import path

from perenne.web.hirings.act.acts import ACTS
from perenne.web.hirings.act.view import view_of
from perenne.web.hirings.confirm.view import confirm
from perenne.web.hirings.list.view import hirings
from perenne.web.hirings.plan.view import plan
from perenne.web.hirings.show.view import show

app_name = "hirings"
urlpatterns = [
    path("", hirings, name="list"),
    path("prevoir/<int:commitment_id>/", plan, name="plan"),
    path("<int:hiring_id>/", show, name="show"),
    path("<int:hiring_id>/confirmer/", confirm, name="confirm"),
    *(path(f"<int:hiring_id>/{one.path}/", view_of(one), name=one.name) for one in ACTS),
]
