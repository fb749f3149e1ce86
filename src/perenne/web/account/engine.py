"""The names under which allauth looks for pages, each at the address of a page of ours.

It reverses them itself, without a namespace; nothing else uses them.
"""

from collections.abc import Mapping

from django.urls import URLPattern

from perenne.web.account.urls import urlpatterns as pages

NAMES: Mapping[str, str] = {
    "account_login": "login",
    "account_signup": "login",
    "account_inactive": "login",
    "account_reauthenticate": "reauthenticate",
    "account_email": "email",
    "account_email_verification_sent": "login",
    "account_confirm_email": "confirm_email",
    "account_change_password": "password",
    "account_set_password": "forgotten",
    "account_reset_password": "forgotten",
    "account_reset_password_done": "forgotten_sent",
    "account_reset_password_from_key": "reset",
    "mfa_index": "security",
    "mfa_authenticate": "authenticate",
    "mfa_reauthenticate": "reauthenticate_by_code",
    "mfa_reauthenticate_webauthn": "reauthenticate_by_passkey",
    "mfa_activate_totp": "totp",
    "mfa_deactivate_totp": "totp_remove",
    "mfa_list_webauthn": "security",
    "mfa_view_recovery_codes": "codes",
}

_page = {page.name: page for page in pages}
urlpatterns = [
    URLPattern(_page[ours].pattern, _page[ours].callback, name=theirs)
    for theirs, ours in NAMES.items()
]
