"""One's account on one page: address, password, second factors, sessions."""

from django.http import HttpResponse
from django.shortcuts import render

from perenne.domain.people.queries import factors_of, is_confirmed, sessions_of
from perenne.kit.pages import Visit
from perenne.web.account.doors import own
from perenne.web.account.factors import is_required_of


@own
def security(request: Visit) -> HttpResponse:
    person_id = request.user.pk or 0
    factors = factors_of(person_id)
    context = {
        "email": request.user.get_username(),
        "is_confirmed": is_confirmed(person_id),
        "factors": factors,
        "codes_left": f"{factors.codes_left} {'restants' if factors.codes_left > 1 else 'restant'}",
        "is_required": is_required_of(request),
        "sessions": sessions_of(person_id, current=request.session.session_key or ""),
    }
    return render(request, "account/security/page.html", context)
