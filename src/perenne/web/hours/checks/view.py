"""The checks on declared hours: what the committee holds, and what another choice would find."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.hours.actions import tune_check
from perenne.domain.hours.queries import (
    check_held,
    checks_held,
    may_tune_checks,
    simulate_check,
)
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.rules.hours import Severity
from perenne.web.hours.checks.form import CheckForm

TONES = {Severity.INFO: "neutral", Severity.ASK: "warning", Severity.BLOCK: "error"}


@page(act="check.read")
def checks(request: Visit) -> HttpResponse:
    cards = checks_held(seen_by=request.actor, on=localdate())
    context = {
        "tuned": [(card, TONES[card.severity]) for card in cards if card.choices],
        "closed": [card for card in cards if not card.choices],
        "may_tune": may_tune_checks(request.actor),
    }
    return render(request, "hours/checks/page.html", context)


@page(act="check.tune")
def check(request: Visit, code: str) -> HttpResponse:
    today = localdate()
    card = check_held(code, seen_by=request.actor, on=today)
    initial = {"severity": card.severity.value, "since": today}
    form = CheckForm(request.POST or None, initial=initial, card=card)
    if form.is_valid():
        said = {**form.cleaned_data, "severity": Severity(form.cleaned_data["severity"])}
        try:
            tune_check(code=code, by=request.actor, on=today, **said)
        except Refused as refusal:
            form.add_error("since", str(refusal))
        else:
            messages.success(request, f"« {card.label} » est réglé.")
            return redirect("hours:checks")
    found = simulate_check(card.code, on=today)
    context = {"card": card, "form": form, "found": found, "tone": TONES[card.severity]}
    return render(request, "hours/checks/check.html", context)
