"""The pages seen from a browser, by the people of a small committee."""

import pytest

from perenne.web.tests.browser import Browser
from perenne.web.tests.scenes import new_committee


@pytest.fixture
def client_of(client_of):
    """The same browser, which refuses an answer that is not whole."""

    def browser(actor):
        strict = Browser()
        strict.cookies = client_of(actor).cookies
        return strict

    return browser


@pytest.fixture
def committee(db):
    return new_committee()
