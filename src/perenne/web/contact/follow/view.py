"""Once it is sent, and ever after by the link of the mail: where a message is, and its answers."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from perenne.domain.enquiries import actions, queries
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused


@page(act="enquiry.follow", visitors=True)
def follow(request: Visit, key: str) -> HttpResponse:
    enquiry = queries.followed(key, by=request.actor)
    replies = [reply for reply in enquiry.replies if reply.to_sender]
    context = {"enquiry": enquiry, "replies": replies, "key": key}
    return render(request, "contact/follow/page.html", context)


@page(act="enquiry.withdraw", visitors=True)
@require_POST
def withdraw(request: Visit, key: str) -> HttpResponse:
    try:
        actions.withdraw_enquiry(enquiry_id=queries.behind(key), by=request.actor)
    except Refused as gone:
        raise NotFound(key) from gone
    messages.success(request, "Votre message, vos coordonnées et vos fichiers sont effacés.")
    return redirect("contact:index")
