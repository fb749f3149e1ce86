"""The report of the territory: orphan communes first, then every commune with who answers."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.timezone import localdate

from perenne.domain.coverage.queries import report_on
from perenne.domain.programming.queries import open_purchases
from perenne.kit.pages import Visit, page
from perenne.web.coverage.report.columns import COMMUNES
from perenne.web.coverage.tabs import tabs_of
from perenne.web.lists.answer import listed


@page(act="coverage.report")
@listed(COMMUNES)
def report(request: Visit) -> HttpResponse:
    found = report_on(localdate(), seen_by=request.actor, loads=open_purchases())
    context = {
        "report": found,
        "lists": (
            ("orphelines", "Communes orphelines", "Personne ne les couvre : la coordination y "
             "répond.", found.orphans),
            ("secours", "Couvertes seulement par le département", "Aucun organisme n’est plus "
             "proche.", found.backed),
            ("egalite", "Plusieurs organismes à égalité", "Rien ne dit lequel vient d’abord : la "
             "charge, puis l’ancienneté en décident.", found.shared),
        ),
        "by_body": sorted(found.by_body.items()),
        "tabs": tabs_of(request.path),
    }  # fmt: skip
    return TemplateResponse(request, "coverage/report/page.html", context)
