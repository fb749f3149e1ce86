from django.urls import path

from perenne.web.tools.annex.view import annex
from perenne.web.tools.calibrate.view import calibrate
from perenne.web.tools.clause.view import clause
from perenne.web.tools.clauses.view import clauses
from perenne.web.tools.document.view import document
from perenne.web.tools.index.view import index
from perenne.web.tools.note.view import note
from perenne.web.tools.share.view import share
from perenne.web.tools.simulate.view import simulate

app_name = "tools"
urlpatterns = [
    path("", index, name="index"),
    path("calibrage/", calibrate, name="calibrate"),
    path("calibrage/note.pdf", note, name="note"),
    path("simulateur/", simulate, name="simulate"),
    path("simulateur/annexe.docx", annex, {"kind": "docx"}, name="annex_word"),
    path("simulateur/annexe.pdf", annex, {"kind": "pdf"}, name="annex_pdf"),
    path("globalisation/", share, name="share"),
    path("clausier/", clauses, name="clauses"),
    path("clausier/<slug:device>/", clause, name="clause"),
    path("clausier/<slug:device>/<slug:piece>.docx", document, name="document"),
]
