"""Three, six, twelve months after an exit: what became of the person."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.participants import actions
from perenne.domain.participants.queries import exit_card
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.participants.news.form import NewsForm


@page(act="exit.give_news")
def news(request: Visit, exit_id: int) -> HttpResponse:
    on = localdate()
    card = exit_card(exit_id, seen_by=request.actor)
    form = NewsForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        said = form.cleaned_data["situation"]
        try:
            actions.give_news(exit_id=exit_id, situation=said, by=request.actor, today=on)
        except Refused as refusal:
            form.add_error("situation", str(refusal))
        else:
            messages.success(request, "Merci, c’est noté.")
            return redirect("participants:exits")
    context = {"card": card, "due": card.due(on), "form": form}
    return render(request, "participants/news/page.html", context)
