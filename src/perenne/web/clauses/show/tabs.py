"""The views of a clause."""

from collections.abc import Sequence
from enum import StrEnum

from perenne.domain.clauses.queries import Thread, VersionRow
from perenne.web.design.menu import MenuItem


class Vue(StrEnum):
    TERMS = "termes"
    TEXTS = "textes"
    VERSIONS = "versions"
    COMMENTS = "commentaires"


def vue_in(asked: str) -> Vue:
    return Vue(asked) if asked in set(Vue) else Vue.TERMS


def tabs_of(
    open_one: Vue, versions: Sequence[VersionRow], threads: Sequence[Thread]
) -> tuple[MenuItem, ...]:
    shown = (
        (Vue.TERMS, "Volume et termes", None),
        (Vue.TEXTS, "Textes", None),
        (Vue.VERSIONS, "Versions", len(versions)),
        (Vue.COMMENTS, "Commentaires", sum(thread.resolved_on is None for thread in threads)),
    )
    return tuple(
        MenuItem(label, f"?vue={vue.value}", current=vue is open_one, count=count)
        for vue, label, count in shown
    )
