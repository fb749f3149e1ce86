"""Which tests of the house lead to which actions: their scenes are the worlds of `prove_faults`."""

from __future__ import annotations

import ast
import gc
import inspect
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, TypeAlias

from django.urls import URLResolver, get_resolver
from faults_leads import LEADS

SOURCE = Path(__file__).resolve().parents[2] / "src" / "perenne"
PAGE = 500  # lines: a test of a page is chosen when no test of the domain will do
ADDRESS = re.compile("[a-z_]+:[a-z_]+")
LED = {(SOURCE / file).resolve(): tests for file, tests in LEADS.items()}
ALONE = ("at_once", "Barrier", "ThreadPoolExecutor")
"""Who says these meets others on other connections: `prove_race` does."""
Function: TypeAlias = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Scene:
    """A test, and what it names, directly or by what its file defines."""

    node: str
    names: frozenset[str]
    length: int
    is_led: bool = False
    """Somebody saw it lead to an act, and said so."""

    @property
    def doubt(self) -> float:
        """What is refused there is not done, pages take longer and most only show: for want of
        another one. A test of the whole house seldom does anything whole."""
        is_shown = self.length >= PAGE and "post" not in self.names
        is_little = is_shown or "raises" in self.names or "/house/" in self.node
        return self.length / PAGE + (0.9 if is_little else 0.0)


def every_action() -> dict[str, Function]:
    """Public functions of the rooms `actions` that act for somebody or write in a transaction, by
    app and name: « hours.declare_sheet »."""
    found = {}
    for path, tree in _action_files():
        for one in tree.body:
            if isinstance(one, ast.FunctionDef) and _acts(one):
                parts = path.relative_to(SOURCE.parent).with_suffix("").parts
                module = import_module(".".join(part for part in parts if part != "__init__"))
                found[f"{parts[2]}.{one.name}"] = getattr(module, one.name)
    return found


def replaced_everywhere(olds: list[Any], news: list[Any]) -> None:
    """Each by the other, in whatever holds it: modules, tables of acts, records of the house,
    tuples, which are made anew in what holds them."""
    new_of = {id(old): new for old, new in zip(olds, news, strict=True)}
    tuples = []
    for holder in gc.get_referrers(*olds):
        if isinstance(holder, dict):
            held = [key for key, it in holder.items() if id(it) in new_of and key != "__wrapped__"]
            holder.update({key: new_of[id(holder[key])] for key in held})
        elif type(holder) is tuple:
            tuples.append(holder)
        elif type(holder).__module__.startswith("perenne"):
            for name in dir(holder):
                if id(old := getattr(holder, name, None)) in new_of:
                    object.__setattr__(holder, name, new_of[id(old)])
    if tuples:
        made = [tuple(new_of.get(id(it), it) for it in one) for one in tuples]
        replaced_everywhere(tuples, made)


def scenes() -> list[Scene]:
    """Of the domain, then of the pages, whose tests name what their view names. Those that meet
    other threads are left out."""
    found: list[Scene] = []
    for floor in ("domain", "kit", "web", "../../tests/house"):
        for path in sorted((SOURCE / floor).rglob("test_*.py")):
            found += _scenes_of(path)
    return found


def chosen(wanted: Iterable[str], among: Sequence[Scene], times: int) -> list[Scene]:
    """Few tests that name all of these so many times, those that name most of what is left first:
    the later ones are for what the first ones do not lead to after all. Those that somebody saw
    lead to one are all there: a name that many tests say is not always done by them."""
    every = {name.partition(".")[2] for name in wanted}
    left_of = {scene.node: scene for scene in among if scene.names & every}
    few = [left_of.pop(node) for node, scene in [*left_of.items()] if scene.is_led]
    for _ in range(times):
        left = set(every)
        while left and left_of:
            best = max(left_of.values(), key=lambda it: len(it.names & left) - it.doubt)
            if not best.names & left:
                break
            few.append(best)
            left -= best.names
            del left_of[best.node]
    return few


def nearest(name: str, among: Sequence[Scene]) -> list[Scene]:
    """Tests that name an act, those that somebody saw lead to it first."""
    act = name.partition(".")[2]
    named = [scene for scene in among if act in scene.names]
    return sorted(named, key=lambda it: (not it.is_led, it.doubt))


def _action_files() -> Iterable[tuple[Path, ast.Module]]:
    places = [*SOURCE.glob("domain/*/actions/**/*.py"), *SOURCE.glob("domain/*/actions.py")]
    return [(path, ast.parse(path.read_text())) for path in sorted(places)]


def _acts(one: ast.FunctionDef) -> bool:
    if one.name.startswith("_"):
        return False
    is_atomic = any("atomic" in ast.unparse(it) for it in one.decorator_list)
    return is_atomic or any(it.arg == "by" for it in one.args.kwonlyargs)


def _scenes_of(path: Path) -> list[Scene]:
    told = dict(_views())
    for each in [
        *filter(Path.exists, [path.parent / "conftest.py", path.parent / "tasks.py"]),
        path,
    ]:
        told |= _told(ast.parse(each.read_text()))
    page = path.parent / "view.py"
    viewed = PAGE if page.exists() else 0
    if viewed:  # not every test says the address of its page in so many words
        told["view"] = set().union(*_told(ast.parse(page.read_text())).values())
    found = []
    for one, owner in _tests(ast.parse(path.read_text())):
        names = _reached(_names(one) | ({"view"} if viewed else set()), told)
        if not names & set(ALONE):
            place = f"{path}::{owner}::{one.name}" if owner else f"{path}::{one.name}"
            led = _led(path, one.name)
            length = (one.end_lineno or 0) - one.lineno + viewed
            found.append(Scene(place, frozenset(names | led), length, bool(led)))
    return found


def _led(path: Path, test: str) -> set[str]:
    leads = LED.get(path.resolve(), {})
    return {act for begun, acts in leads.items() if test.startswith(begun) for act in acts.split()}


@cache
def _views() -> dict[str, set[str]]:
    """What the view of each address names, by the name of the address: « hours:sheet »."""
    found: dict[str, set[str]] = {}
    for address, view in _addressed(get_resolver().url_patterns, ""):
        place = inspect.getsourcefile(view)
        if place and SOURCE in (path := Path(place)).parents:
            # What pages of the same noun share is theirs too.
            told: dict[str, set[str]] = {}
            for each in [*path.parent.parent.glob("[!_]*.py"), *path.parent.glob("[!_]*.py")]:
                told |= {} if each.name.startswith("test_") else _told(ast.parse(each.read_text()))
            found[address] = _reached({view.__name__}, told)
    return found


def _addressed(patterns: Iterable[Any], space: str) -> Iterable[tuple[str, Function]]:
    for one in patterns:
        if isinstance(one, URLResolver):
            inner = f"{space}{one.namespace}:" if one.namespace else space
            yield from _addressed(one.url_patterns, inner)
        elif one.name:
            yield f"{space}{one.name}", inspect.unwrap(one.callback)


def _tests(tree: ast.Module) -> Iterable[tuple[ast.FunctionDef, str]]:
    for one in tree.body:
        if isinstance(one, ast.ClassDef):
            methods = [it for it in one.body if isinstance(it, ast.FunctionDef)]
            yield from ((it, one.name) for it in methods if it.name.startswith("test_"))
        elif isinstance(one, ast.FunctionDef) and one.name.startswith("test_"):
            yield one, ""


def _told(tree: ast.Module) -> dict[str, set[str]]:
    """What each function, class or table of a file names."""
    told = {}
    for one in tree.body:
        if isinstance(one, ast.FunctionDef | ast.ClassDef):
            told[one.name] = _names(one)
        elif isinstance(one, ast.Assign | ast.AnnAssign):
            targets = one.targets if isinstance(one, ast.Assign) else [one.target]
            told |= {it.id: _names(one) for it in targets if isinstance(it, ast.Name)}
    return told


def _names(one: ast.AST) -> set[str]:
    said = set()
    for node in ast.walk(one):
        if isinstance(node, ast.Name):
            said.add(node.id)
        elif isinstance(node, ast.Attribute):
            said.add(node.attr)
        elif isinstance(node, ast.arg):
            said.add(node.arg)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            said |= {node.value} if ADDRESS.fullmatch(node.value) else set()
    return said


def _reached(names: set[str], told: dict[str, set[str]]) -> set[str]:
    """These, what those of its file that they name do name, and so on."""
    seen, waiting = set(names), list(names)
    while waiting:
        for one in told.get(waiting.pop(), set()) - seen:
            seen.add(one)
            waiting.append(one)
    return seen
