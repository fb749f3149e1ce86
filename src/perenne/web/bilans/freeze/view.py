"""Every figure and every text as they are today, kept for good and signed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.assessments.actions import Of, freeze_bilan
from perenne.domain.assessments.queries.bilans import Bilan, bilan_of
from perenne.domain.assessments.queries.frozen import hidden_alive, may_write, texts_of, versions_of
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.web.bilans.addresses import said_of_months
from perenne.web.bilans.freeze.form import FreezeForm
from perenne.web.bilans.reading import Asked, asked_in
from perenne.web.bilans.telling import figures_of, key_figures


@page(act="bilan.freeze")
def freeze(request: Visit, scope: str, months: str) -> HttpResponse:
    asked, today = asked_in(scope, months), localdate()
    if not may_write(asked.scope, request.actor):
        raise NotFound(scope)
    bilan = bilan_of(asked.scope, asked.months, seen_by=request.actor, on=today)
    versions = versions_of(asked.scope, asked.months)
    last = versions[0].version if versions else 0
    form = FreezeForm(request.POST or None, initial={"base": last})
    if form.is_valid():
        said = form.cleaned_data
        try:
            made = freeze_bilan(
                of=Of(asked.scope, asked.months), base=said["base"], quality=said["quality"],
                by=request.actor, on=today,
            )  # fmt: skip
        except Refused as refusal:
            form.add_error("quality", str(refusal))
        else:
            messages.success(request, "Le bilan est figé et signé.")
            return redirect("bilans:frozen", made)
    shown = {"form": form, "next": last + 1, **_told(request, asked, bilan)}
    return render(request, "bilans/freeze/page.html", shown)


def _told(request: Visit, asked: Asked, bilan: Bilan) -> dict[str, object]:
    """What will be kept, in short."""
    hidden = hidden_alive(bilan, request.actor)
    texts = texts_of(asked.scope, asked.months)
    return {
        "bilan": bilan,
        "slugs": asked.slugs,
        "months": said_of_months(asked.months),
        "keys": key_figures(figures_of(bilan, hidden)),
        "empty": [one.block.label for one in texts if not one.text],
    }
