"""Going to ProConnect, and coming back."""

from typing import Any

from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from requests import RequestException

from perenne.kit.pages import Visit, public
from perenne.web.account.proconnect.adapter import REFUSED, refused
from perenne.web.account.proconnect.provider import NAME, ProConnectAdapter, proconnect


class Callback(OAuth2CallbackView):
    def _get_state(self, request: HttpRequest, provider: Any) -> tuple[Any, Any]:
        """A state serves once; the nonce that it holds is asked of the token."""
        state, answer = super()._get_state(request, provider)
        self.adapter.nonce = (state or {}).get("nonce", "")
        return state, answer


@public
@require_safe
def leave(request: Visit) -> HttpResponse:
    """A link and not a form: our policy lets no form lead to another site."""
    try:
        answer: HttpResponse = proconnect(request).redirect_from_request(request)
    except (RequestException, ValueError):  # out of reach, or it does not speak JSON
        return refused(request, REFUSED)
    return answer


@public
@require_safe
def come_back(request: Visit) -> HttpResponse:
    proconnect(request)
    view = Callback.adapter_view(ProConnectAdapter(request, NAME))
    answer: HttpResponse = view(request)
    return answer
