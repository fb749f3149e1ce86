"""Recovery codes are shown once, to their owner, who confirmed that it is them."""

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.urls import reverse

from perenne.web.account.conftest import new_app
from perenne.web.tests.browser import text_of, tree_of

pytestmark = pytest.mark.django_db
URL, RENEW = reverse("account:codes"), reverse("account:codes_renew")


@pytest.fixture
def codes(person_id):
    new_app(person_id)
    data = {"seed": get_adapter().encrypt("graine"), "used_mask": 0}
    kind = Authenticator.Type.RECOVERY_CODES
    return Authenticator.objects.create(user_id=person_id, type=kind, data=data)


def shown(page):
    return tree_of(page).xpath("//*[@id='codes']//code/text()")


@pytest.mark.parametrize("url", [URL, RENEW])
def test_a_visitor_is_led_to_sign_in(browser, url):
    assert browser.get(url).url == f"{reverse('account:login')}?next={url}"


def test_they_are_shown_once(reauthenticated, codes):
    first = shown(reauthenticated.get(URL))
    assert len(set(first)) == 10
    again = reauthenticated.get(URL)
    assert shown(again) == []
    assert not any(code in again.content.decode() for code in first)
    assert "Il vous reste 10 codes de secours" in text_of(again)


def test_they_are_not_shown_before_one_confirms_that_it_is_oneself(signed_in, codes):
    assert signed_in.get(URL).url.startswith(reverse("account:reauthenticate"))


def test_new_ones_replace_them(
    reauthenticated, codes, mailoutbox, django_capture_on_commit_callbacks
):
    before = shown(reauthenticated.get(URL))
    with django_capture_on_commit_callbacks(execute=True):
        assert reauthenticated.post(RENEW).url == URL
    after = shown(reauthenticated.get(URL))
    assert len(after) == 10
    assert not set(before) & set(after)
    assert "ont remplacé les précédents" in mailoutbox[-1].body


def test_without_a_factor_there_is_none(reauthenticated):
    assert reauthenticated.get(URL).status_code == 404
    assert "Ajoutez d’abord un second facteur." in text_of(reauthenticated.post(RENEW))


def test_neither_codes_nor_their_seed_are_readable_in_the_database(codes):
    codes.refresh_from_db()
    said = str(codes.data)
    assert "graine" not in said
    assert not any(code in said for code in codes.wrap().generate_codes())
