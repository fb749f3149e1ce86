"""Every door of the house has a name, and every name opens a door."""

from importlib import import_module

from django.http import HttpResponse
from django.urls import URLPattern, get_resolver

from perenne.kit.pages import page
from tests.house.places import HOUSE

POLICIES = sorted(HOUSE.glob("domain/*/policy*"))


def doors(resolver=None):
    for entry in (resolver or get_resolver()).url_patterns:
        yield from [entry.callback] if isinstance(entry, URLPattern) else doors(entry)


def grants():
    for path in POLICIES:
        yield from import_module(f"perenne.domain.{path.parent.name}.policy").GRANTS


def nameless(doors):
    return [
        f"{door.__module__}.{door.__name__}"
        for door in doors
        if not hasattr(door, "act") and not hasattr(door, "public")
    ]


def ungranted(doors, granted):
    return {door.act for door in doors if hasattr(door, "act")} - set(granted)


def test_every_page_names_an_act_or_says_that_it_is_public():
    assert nameless(doors()) == []


def test_every_act_that_a_page_names_is_granted_to_somebody():
    assert ungranted(doors(), grants()) == set()


def test_an_act_is_granted_in_one_place_only():
    said = list(grants())
    assert len(said) == len(set(said))


def test_a_planted_page_without_a_guard_and_one_without_a_policy_are_seen():
    def unguarded(_request):
        return HttpResponse()

    planted = [unguarded, page(act="clause.gaze")(unguarded)]
    assert nameless([*doors(), *planted]) == [f"{__name__}.unguarded"]
    assert ungranted([*doors(), *planted], grants()) == {"clause.gaze"}
    assert ungranted(doors(), [act for act in grants() if act != "clause.view"]) == {"clause.view"}
