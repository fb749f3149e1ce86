"""Her own page: my hours, my contracts, my right, what is known of me, who to call."""

from datetime import date

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, now

from perenne.domain.hours.queries.own_page import own_page
from perenne.domain.hours.queries.persons import Job
from perenne.kit.pages import Visit, page
from perenne.web.person.door import behind_a_link

ORDER = ("En cours", "À venir", "Prévu", "Terminé")


@page(act="own_page.view", visitors=True)
@behind_a_link
def own(request: Visit, token: str) -> HttpResponse:
    found = own_page(seen_by=request.actor, now=now())
    on = localdate()
    context = {
        "own": found,
        "token": token,
        "jobs": sorted(
            ((job, *_stage(job, on)) for job in found.jobs), key=lambda row: ORDER.index(row[1])
        ),
        "dpo": settings.DPO,
    }
    return render(request, "person/own/page.html", context)


def _stage(job: Job, on: date) -> tuple[str, str]:
    """Where it is today, in a word, and its tone."""
    if job.is_planned:
        return "Prévu", "info"
    if job.starts_on > on:
        return "À venir", "info"
    return ("En cours", "success") if job.runs(on) else ("Terminé", "neutral")
