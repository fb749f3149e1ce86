"""Every door of the house has a name, and every name opens a door."""

from importlib import import_module

from django.urls import URLPattern, get_resolver

from tests.house.places import HOUSE

POLICIES = sorted(HOUSE.glob("domain/*/policy.py"))


def doors(resolver=None):
    for entry in (resolver or get_resolver()).url_patterns:
        yield from [entry.callback] if isinstance(entry, URLPattern) else doors(entry)


def grants():
    for path in POLICIES:
        yield from import_module(f"perenne.domain.{path.parent.name}.policy").GRANTS


def test_every_page_names_an_act_or_says_that_it_is_public():
    nameless = [
        f"{door.__module__}.{door.__name__}"
        for door in doors()
        if not hasattr(door, "act") and not hasattr(door, "public")
    ]
    assert nameless == []


def test_every_act_that_a_page_names_is_granted_to_somebody():
    assert {door.act for door in doors() if hasattr(door, "act")} <= set(grants())


def test_an_act_is_granted_in_one_place_only():
    said = list(grants())
    assert len(said) == len(set(said))
