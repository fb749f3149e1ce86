"""The addresses of the pages about published data (données essentielles, DECP)."""

from django.urls import path

from perenne.web.procurement.decp_apply.view import apply
from perenne.web.procurement.decp_buyer.view import buyer
from perenne.web.procurement.decp_complete.view import complete
from perenne.web.procurement.decp_files.view import files
from perenne.web.procurement.decp_gaps.view import gaps
from perenne.web.procurement.decp_publish.view import publish, take_away
from perenne.web.procurement.decp_report.view import report, report_table
from perenne.web.procurement.decp_table.view import gaps_table

app_name = "decp"
urlpatterns = [
    path("", gaps, name="gaps"),
    path("acheteurs/<str:siret>/", buyer, name="buyer"),
    path("ecarts.<str:kind>", gaps_table, name="table"),
    path("fichiers/", files, name="files"),
    path("fichiers/<int:file_id>/", report, name="report"),
    path("fichiers/<int:file_id>/appliquer/", apply, name="apply"),
    path("fichiers/<int:file_id>/contrats.xlsx", report_table, name="report_table"),
    path("a-publier/", publish, name="publish"),
    path("a-publier/decp.json", take_away, name="take_away"),
    path("a-publier/<int:contract_id>/", complete, name="complete"),
]
