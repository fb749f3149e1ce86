from uuid import uuid4

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_a_file_that_is_of_no_answer_is_not_given(client_of, committee, late):
    """Those that are: see the page where a company answers."""
    url = reverse("compliance:enclosure", args=[late.alerted().pk, uuid4()])
    assert client_of(committee.facilitator).get(url).status_code == 404
