"""Where one is signed in; each can be closed from here."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.people.actions import end_sessions
from perenne.domain.people.queries import sessions_of
from perenne.kit.pages import Visit
from perenne.web.account.doors import oneself, own
from perenne.web.account.sessions.form import CloseForm

CLOSED, NONE = "C’est fermé.", "Il n’y avait rien à fermer."


@own
def sessions(request: Visit) -> HttpResponse:
    key = request.session.session_key or ""
    if request.method == "POST":
        _close(request, CloseForm(request.POST), key)
        return redirect("account:sessions")
    found = sessions_of(request.user.pk or 0, current=key)
    return render(request, "account/sessions/page.html", {"sessions": found})


def _close(request: Visit, form: CloseForm, key: str) -> None:
    """One that is not there is not « all the others »."""
    ended = form.is_valid() and end_sessions(
        by=oneself(request), only=form.cleaned_data["one"], but=key
    )
    messages.info(request, CLOSED if ended else NONE)
