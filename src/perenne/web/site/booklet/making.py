"""Papers are made once for what they say: the same facts never wait a second time.

Kept in this process under the facts themselves: what changes in them (a text, a rule, a contact)
is another paper at once, and nothing has to be thrown away.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from hashlib import sha256
from threading import Lock
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control

from perenne.kit.pdf import compile_pdf, compile_png, pages_in

MOST_KEPT = 12
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, slots=True)
class Paper:
    """`pages` is 0 for a picture."""

    content: bytes
    pages: int
    mark: str

    @property
    def kilobytes(self) -> int:
        return -(-len(self.content) // 1000)


def edition_of(facts: Mapping[str, Any]) -> str:
    """Eight letters and figures that change when anything said changes."""
    return sha256(_said(facts).encode()).hexdigest()[:8]


def paper_of(template: str, facts: Mapping[str, Any], *, on: date) -> Paper:
    """The PDF of these facts, dated by the day from which it says them."""
    return _kept(_pdf, template, _said(facts), on)


def picture_of(template: str, facts: Mapping[str, Any]) -> Paper:
    return _kept(_png, template, _said(facts), date.min)


def given(request: HttpRequest, paper: Paper, kind: str, *, name: str = "") -> HttpResponseBase:
    """The paper; 304 when the browser holds it. It may keep it, and asks again each time."""
    headers = {"ETag": f'"{paper.mark}"', "Content-Type": kind}
    if name:
        headers["Content-Disposition"] = f'inline; filename="{name}"'
    whole = HttpResponse(paper.content, headers=headers)
    patch_cache_control(whole, public=True, no_cache=True)
    answer = get_conditional_response(request, etag=headers["ETag"], response=whole)
    return answer or whole


def _said(facts: Mapping[str, Any]) -> str:
    return json.dumps(facts, sort_keys=True, ensure_ascii=False)


def _kept(make: Callable[[str, str, date], Paper], template: str, said: str, on: date) -> Paper:
    """Those who ask together for a new one wait for it, and do not each make it."""
    with _ONE_AT_A_TIME:
        return make(template, said, on)


@lru_cache(maxsize=MOST_KEPT)
def _pdf(template: str, said: str, on: date) -> Paper:
    noon = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
    content = compile_pdf(template, json.loads(said), made_at=noon)
    return Paper(content, pages_in(content), _mark(content))


@lru_cache(maxsize=MOST_KEPT)
def _png(template: str, said: str, on: date) -> Paper:
    content = compile_png(template, json.loads(said))
    return Paper(content, 0, _mark(content))


def _mark(content: bytes) -> str:
    return sha256(content).hexdigest()[:20]
