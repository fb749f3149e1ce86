from django.urls import path, register_converter

from perenne.web.coverage.amend.view import amend, end
from perenne.web.coverage.announce.view import announce, call_off
from perenne.web.coverage.card.view import card, vcard
from perenne.web.coverage.codes import InseeConverter, SirenConverter
from perenne.web.coverage.cover.view import cover
from perenne.web.coverage.epci.view import epci
from perenne.web.coverage.find.view import find, suggest
from perenne.web.coverage.hours.view import say_hours
from perenne.web.coverage.list.view import areas
from perenne.web.coverage.map.view import outlines, show
from perenne.web.coverage.mine.view import mine
from perenne.web.coverage.report.view import report
from perenne.web.coverage.widget.view import embed, frame

register_converter(InseeConverter, "insee")
register_converter(SirenConverter, "siren")

app_name = "coverage"
urlpatterns = [
    path("", find, name="find"),
    path("suggestions/", suggest, name="suggest"),
    path("carte/", show, name="map"),
    path("carte/contours.json", outlines, name="outlines"),
    path("cadre/", frame, name="frame"),
    path("integrer/", embed, name="embed"),
    path("<insee:insee_code>/", card, name="card"),
    path("<insee:insee_code>/contact.vcf", vcard, name="vcard"),
    path("<siren:siren>/", epci, name="epci"),
    path("ma-zone/", mine, name="mine"),
    path("zones/", areas, name="list"),
    path("zones/ajouter/", cover, name="cover"),
    path("zones/<int:coverage_id>/", amend, name="amend"),
    path("zones/<int:coverage_id>/retirer/", end, name="end"),
    path("communes/", report, name="report"),
    path("organismes/<int:body_id>/absence/", announce, name="announce"),
    path("organismes/<int:body_id>/horaires/", say_hours, name="hours"),
    path("absences/<int:absence_id>/annuler/", call_off, name="call_off"),
]
