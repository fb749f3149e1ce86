"""The rooms stay small, bear no vague name, and a page is whole."""

import ast

import pytest

from tests.house.places import BUILT, CODE, HOUSE, PAGES, named

VAGUE = {"utils", "util", "helpers", "helper", "common", "services", "managers", "signals", "misc"}


@pytest.mark.parametrize("path", CODE, ids=named)
def test_a_file_fits_on_the_desk(path):
    source = path.read_text()
    long = [
        node.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= 40
    ]
    assert source.count("\n") <= 300
    assert long == []


@pytest.mark.parametrize("path", CODE, ids=named)
def test_no_file_and_no_folder_has_a_vague_name(path):
    assert not VAGUE & {path.stem, *path.relative_to(HOUSE).parts[:-1]}


@pytest.mark.parametrize("path", BUILT, ids=named)
def test_a_module_says_what_it_is_for(path):
    tree = ast.parse(path.read_text())
    if [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]:
        first = next(node for node in tree.body if hasattr(node, "name"))
        assert (
            ast.get_docstring(tree)
            or ast.get_docstring(first)
            or path.stem in {"apps"}
            or (path.stem == "factories")
        )


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_page_has_its_test_beside_it(page):
    assert list(page.glob("test_*.py"))


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_view_is_short(page):
    tree = ast.parse((page / "view.py").read_text())
    long = [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno > 25
    ]
    assert long == []


@pytest.mark.parametrize("path", sorted(HOUSE.glob("domain/*/README.md")), ids=named)
def test_a_storey_is_told_in_sixty_lines(path):
    assert path.read_text().count("\n") <= 60


@pytest.mark.parametrize(
    "app", sorted(path.parent for path in HOUSE.glob("domain/*/models*")), ids=named
)
def test_a_storey_that_has_tables_has_a_readme(app):
    assert (app / "README.md").exists()
