"""Roles that see persons, with a password only: what of the site answers them."""

from django.urls import resolve, reverse

from perenne.kit.actors import NEAR_PERSONS, Role
from perenne.web.account.conftest import with_password_only

GATE = reverse("account:second_factor")
SCENE = {
    Role.FACILITATOR: "facilitator", Role.COORDINATION: "coordination", Role.COMPANY: "company",
    Role.INCLUSION_STRUCTURE: "structure", Role.PRESCRIBER: "prescriber",
}  # fmt: skip
WITHOUT_DATA = {"account", "site"}
"""One’s own account, and what everybody sees."""


def shown_with_a_password(committee, urls, ask):
    """What answers otherwise than by sending to the second factor: role, address and method."""
    browsers = {role: with_password_only(getattr(committee, SCENE[role])) for role in NEAR_PERSONS}
    return [
        (role, url, method)
        for url in urls
        if resolve(url).namespace not in WITHOUT_DATA
        for role, browser in browsers.items()
        for method in ("get", "post")
        if not sent_away(ask(browser, method, url))
    ]


def sent_away(answer):
    return answer.status_code == 302 and answer.url.startswith(GATE)
