"""The words beside the figures: context, highlights, difficulties, perspectives."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime

from perenne.domain.assessments.actions import Of, write_narrative
from perenne.domain.assessments.queries.bilans import bilan_of
from perenne.domain.assessments.queries.frozen import may_write, texts_of
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.web.bilans.addresses import said_of_months
from perenne.web.bilans.reading import asked_in
from perenne.web.bilans.write.form import WriteForm, as_read


@page(act="bilan.write")
def write(request: Visit, scope: str, months: str, block: str) -> HttpResponse:
    asked, now = asked_in(scope, months), localtime()
    bilan = bilan_of(asked.scope, asked.months, seen_by=request.actor, on=now.date())
    found = [one for one in texts_of(asked.scope, asked.months) if one.block == block]
    if not found or not may_write(asked.scope, request.actor):
        raise NotFound(block)
    (text,) = found
    form = WriteForm(request.POST or None, initial=as_read(text))
    if form.is_valid():
        said = form.cleaned_data
        try:
            write_narrative(of=Of(asked.scope, asked.months), block=text.block, text=said["text"],
                            base=said["base"], by=request.actor, now=now)  # fmt: skip
        except Refused as refusal:
            form.add_error("text", str(refusal))
        else:
            messages.success(request, "Le texte est enregistré.")
            return redirect("bilans:show", *asked.slugs)
    context = {"form": form, "text": text, "bilan": bilan, "slugs": asked.slugs,
               "months": said_of_months(asked.months)}  # fmt: skip
    return render(request, "bilans/write/page.html", context)
