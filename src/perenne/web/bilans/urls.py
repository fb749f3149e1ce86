"""The addresses of bilans: alive by what they are of, frozen by their number."""

from django.urls import path

from perenne.web.bilans.compare.view import compare
from perenne.web.bilans.file.view import file, frozen_file
from perenne.web.bilans.freeze.view import freeze
from perenne.web.bilans.frozen.view import frozen, sign
from perenne.web.bilans.list.view import bilans
from perenne.web.bilans.show.view import show
from perenne.web.bilans.write.view import write

app_name = "bilans"
urlpatterns = [
    path("", bilans, name="list"),
    path("comparer/", compare, name="compare"),
    path("figes/<int:bilan_id>/", frozen, name="frozen"),
    path("figes/<int:bilan_id>/signer/", sign, name="sign"),
    path("figes/<int:bilan_id>/fichier/<slug:kind>/", frozen_file, name="frozen_file"),
    path("<slug:scope>/<slug:months>/", show, name="show"),
    path("<slug:scope>/<slug:months>/figer/", freeze, name="freeze"),
    path("<slug:scope>/<slug:months>/fichier/<slug:kind>/", file, name="file"),
    path("<slug:scope>/<slug:months>/<slug:block>/", write, name="write"),
]
