"""Where the door sends a role that sees persons, until a second factor was shown."""

from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.utils import get_next_redirect_url
from django.http import HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.people.queries import factors_of, is_confirmed
from perenne.kit.pages import Visit
from perenne.web.account.doors import own
from perenne.web.account.factors import has_shown_second_factor


@own
def second_factor(request: Visit) -> HttpResponse:
    after = get_next_redirect_url(request) or ""
    if has_shown_second_factor(request):
        return redirect(after or "desks:today")
    if factors_of(request.user.pk or 0).count:
        ways = get_adapter().get_reauthentication_methods(request.user)
        way = next(one for one in ways if one["id"] != "reauthenticate")
        return redirect(f"{way['url']}?{urlencode({'next': after or request.path})}")
    context = {"is_confirmed": is_confirmed(request.user.pk or 0)}
    return render(request, "account/second_factor/page.html", context)
