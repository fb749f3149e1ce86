from django.urls import path

from perenne.web.consolidation.files.view import take
from perenne.web.consolidation.show.view import show

app_name = "consolidation"
urlpatterns = [
    path("", show, name="show"),
    path("<slug:code>/<int:year>.<str:kind>", take, name="take"),
]
