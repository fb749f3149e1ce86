"""Choices that are known when the page is shown."""

from collections.abc import Iterable
from typing import Any

from perenne.web.design.forms import Form


def offer(form: Form, name: str, choices: Iterable[tuple[object, str]], *, empty: str = "") -> None:
    """What a field proposes; `empty` names the answer that is none."""
    field: Any = form.fields[name]
    field.choices = [*([("", empty)] if empty else []), *choices]
