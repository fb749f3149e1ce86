"""How allauth speaks and decides here: in French, and never against a third party."""

import logging
import time
from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.stagekit import clear_login
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.crypto import salted_hmac
from django.utils.timezone import now

from perenne.domain.organisations.queries import seat_of
from perenne.domain.people.queries import is_taken
from perenne.kit.mails.kinds import declare
from perenne.kit.mails.sending import Message, NotSent, send
from perenne.web.account.sentences import ERRORS, MAILS, NOTICES, TOLD, WAYS, WITHOUT_SEAT
from perenne.web.account.session_clock import begin

ACCOUNT = declare("account.security", "Sécurité de votre compte", is_legal=True)
LOG = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    error_messages: Mapping[str, Any] = {**DefaultAccountAdapter.error_messages, **ERRORS}

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """An account opens with a programme, an adhesion or an invitation, never alone."""
        return False

    def get_login_stages(self) -> list[str]:
        usual = "allauth.mfa.stages.AuthenticateStage"
        ours = "perenne.web.account.factors.SecondFactorStage"
        return [ours if stage == usual else stage for stage in super().get_login_stages()]

    def pre_login(
        self, request: HttpRequest, user: AbstractBaseUser, **login: Any
    ) -> HttpResponse | None:
        """By whichever way somebody comes: without a seat there is nothing to open."""
        if user.is_active and seat_of(person_id=user.pk, seat_id=None):
            return None
        clear_login(request)
        messages.error(request, WITHOUT_SEAT)
        return redirect("account:login")

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        super().login(request, user)
        begin(request.session, now=time.time())

    def confirm_email(self, request: HttpRequest, email_address: Any) -> bool:
        """Somebody may have opened an account with this address in the meantime."""
        if is_taken(email_address.email, but=email_address.user_id):
            self.add_message(request, messages.ERROR, message=ERRORS["email_taken"])
            return False
        return bool(super().confirm_email(request, email_address))

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Attempts are counted for an address AND a machine: nobody locks somebody else out."""
        key = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{key}:{self.get_client_ip(request)}"

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        methods = super().get_reauthentication_methods(user)
        return [{**method, "description": WAYS[method["id"]]} for method in methods]

    # What is said

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """The sentence of ours for each of theirs; those that we do not have are not said."""
        sentence = message or TOLD.get(_name(message_template or ""))
        if sentence:
            messages.add_message(request, level, sentence, extra_tags=extra_tags)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """No name in the subject. A mail that does not leave is logged, and breaks no page."""
        name = _name(template_prefix)
        said = {
            **context,
            "notice": NOTICES.get(name, ""),
            "committee": settings.COMMITTEE,
            "email": email,
        }
        subject, template = MAILS.get(name, MAILS[""])
        body = render_to_string(f"account/mails/{template}.txt", said).strip() + "\n"
        about = f"{name}/{salted_hmac('perenne.mails', f'{now()}{body}').hexdigest()[:16]}"
        try:
            send(Message(ACCOUNT, about, email, subject, body), now=now())
        except NotSent:
            LOG.exception("The mail « %s » did not leave", name)


def _name(template: str) -> str:
    return template.rpartition("/")[2].removesuffix(".txt")
