"""The demo département behind its real server, and the pages of it that a proof visits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.urls import NoReverseMatch, reverse
from django.utils.timezone import localdate

from perenne.ops.demo.building import build_demo
from perenne.ops.management.commands.demo import collect_statics
from perenne.ops.serving import answers, children, free_port


def demo_built() -> None:
    build_demo(today=localdate(), say=lambda what: None)
    collect_statics()


@contextmanager
def demo_on(wished: int) -> Iterator[int]:
    """The port on which it answers."""
    demo_built()
    port = free_port(wished)
    with children(port):
        if not answers(port):
            raise AssertionError("the server does not answer")
        yield port


def paths_of(names: Iterable[str]) -> list[str]:
    """The address of each page; one that does not exist here is said, and left out."""
    found = []
    for name in names:
        try:
            found.append(reverse(name))
        except NoReverseMatch:
            print(f"{name}: no such page in this version")
    return found
