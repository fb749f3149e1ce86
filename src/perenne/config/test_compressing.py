"""What is text travels compressed where the browser takes it; the rest is left as it is."""

import gzip

import pytest
from django.test import Client
from django.urls import reverse

from perenne.domain.library.actions import load_originals
from perenne.domain.library.factories import TODAY

pytestmark = pytest.mark.django_db
AS_BROWSERS_ASK = {"Accept-Encoding": "gzip, deflate, br"}


def test_a_page_is_compressed_for_who_asks_and_whole_for_who_does_not():
    load_originals(on=TODAY)
    packed = Client().get(reverse("site:questions"), headers=AS_BROWSERS_ASK)
    plain = Client().get(reverse("site:questions"))
    assert packed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed["Vary"]
    assert gzip.decompress(packed.content) == plain.content
    assert len(packed.content) * 2 < len(plain.content)
    assert "Content-Encoding" not in plain
    print(f"questions: {len(plain.content)} bytes, {len(packed.content)} on the way")


def test_the_same_page_never_has_the_same_size_twice_for_long():
    url = reverse("account:login")
    sizes = {len(Client().get(url, headers=AS_BROWSERS_ASK).content) for _ in range(12)}
    assert len(sizes) > 1


def test_a_picture_is_left_as_it_is():
    answer = Client().get(reverse("site:card", args=["site"]), headers=AS_BROWSERS_ASK)
    assert "Content-Encoding" not in answer
