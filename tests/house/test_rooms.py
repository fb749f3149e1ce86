"""The rooms stay small, bear no vague name, and a page is whole."""

import ast

from tests.house.places import BUILT, CODE, HOUSE, PAGES, at_fault

VAGUE = {"utils", "util", "helpers", "helper", "common", "services", "managers", "signals", "misc"}
WITHOUT_WORDS = {"apps", "factories"}
STOREYS = sorted(HOUSE.glob("domain/*/README.md"))


def functions_over(lines, path):
    return [
        node.name
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= lines
    ]


def silent(path):
    """Nothing says what the module is for: neither its head nor its first name."""
    tree = ast.parse(path.read_text())
    named = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    if not named or path.stem in WITHOUT_WORDS:
        return False
    return not ast.get_docstring(tree) and not ast.get_docstring(named[0])


def test_a_file_fits_on_the_desk():
    assert at_fault(CODE, lambda path: path.read_text().count("\n") > 300) == {}
    assert at_fault(CODE, lambda path: functions_over(40, path)) == {}


def test_no_file_and_no_folder_has_a_vague_name():
    assert at_fault(CODE, lambda it: VAGUE & {it.stem, *it.relative_to(HOUSE).parts[:-1]}) == {}


def test_a_module_says_what_it_is_for():
    assert at_fault(BUILT, silent) == {}


def test_a_page_has_its_test_beside_it():
    assert at_fault(PAGES, lambda page: not list(page.glob("test_*.py"))) == {}


def test_a_view_is_short():
    assert at_fault(PAGES, lambda page: functions_over(26, page / "view.py")) == {}


def test_a_storey_is_told_in_sixty_lines():
    assert at_fault(STOREYS, lambda path: path.read_text().count("\n") > 60) == {}


def test_a_storey_that_has_tables_has_a_readme():
    apps = [path.parent for path in HOUSE.glob("domain/*/models*")]
    assert at_fault(apps, lambda app: not (app / "README.md").exists()) == {}
