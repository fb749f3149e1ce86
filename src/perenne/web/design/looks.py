"""How one field of a form is shown, beyond what Django knows of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from django.forms import BoundField

Width = Literal["", "figure", "short", "medium"]


@dataclass(frozen=True, slots=True)
class Look:
    """A unit before or after the box, the width of the box, a hint under each choice."""

    prefix: str = ""
    suffix: str = ""
    width: Width = ""
    choice_hints: Mapping[str, str] = field(default_factory=dict)


def look_of(bound: BoundField, *, suffix: str = "", width: Width = "") -> Look:
    """What the tag says, else what the form says, else what the field says."""
    looks: Mapping[str, Look] = getattr(bound.form, "looks", {})
    look = looks.get(bound.name) or getattr(bound.field, "look", None) or Look()
    return replace(look, suffix=suffix or look.suffix, width=width or look.width)
