"""The report of the territory: orphan communes first, then every commune with who answers."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.coverage.queries import CoveredCommune, report_on
from perenne.domain.programming.queries import open_purchases
from perenne.kit.pages import Visit, page
from perenne.kit.sheets.writing import Table, write_csv
from perenne.web.coverage.tabs import tabs_of

HEADINGS = ("Code INSEE", "Commune", "Codes postaux", "Intercommunalité", "Population",
            "Facilitateur", "Couverture", "À égalité", "Raison")  # fmt: skip


@page(act="coverage.report")
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
    return render(request, "coverage/report/page.html", context)


@page(act="coverage.report")
def export(request: Visit) -> HttpResponse:
    found = report_on(localdate(), seen_by=request.actor, loads=open_purchases())
    table = Table("communes", HEADINGS, tuple(_line(row) for row in found.communes))
    name = f"territoire-{localdate():%Y-%m-%d}.csv"
    return HttpResponse(
        write_csv(table),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _line(row: CoveredCommune) -> tuple[str | int | None, ...]:
    commune = row.commune
    return (
        commune.insee_code, commune.name, " ".join(commune.postcodes), commune.epci_name,
        commune.population, row.who, row.how, " ; ".join(row.twins), row.reason,
    )  # fmt: skip
