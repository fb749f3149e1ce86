"""Somebody who has no account, and of whom nothing is known."""

import pytest
from django.test import Client

from perenne.web.tests.browser import strict


@pytest.fixture
def visitor(db):
    return strict(Client())
