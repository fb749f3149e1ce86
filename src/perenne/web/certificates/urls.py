"""The addresses of certificates: for the people of a contract, and for whoever checks one."""

from django.urls import path

from perenne.web.certificates.check.view import check, paper_behind
from perenne.web.certificates.issue.view import issue
from perenne.web.certificates.list.view import certificates
from perenne.web.certificates.show.view import paper, replace, revoke, show

app_name = "certificates"
urlpatterns = [
    path("attestations/", certificates, name="list"),
    path("attestations/nouvelle/<int:commitment_id>/", issue, name="issue"),
    path("attestations/<int:certificate_id>/", show, name="show"),
    path("attestations/<int:certificate_id>/attestation.pdf", paper, name="paper"),
    path("attestations/<int:certificate_id>/remplacer/", replace, name="replace"),
    path("attestations/<int:certificate_id>/revoquer/", revoke, name="revoke"),
    path("attestation/<str:token>/", check, name="check"),
    path("attestation/<str:token>/attestation.pdf", paper_behind, name="paper_behind"),
]
