"""One French word, one English identifier; and some words that are never used."""

import ast
import re

from tests.house.places import BUILT, ROOT, at_fault

BANNED = {"market", "markets", "beneficiary", "beneficiaries", "tender_winner", "helper", "manager"}
ALLOWED_FROM_DJANGO = {"BaseUserManager"}
PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def names_in(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def banned(path):
    return {
        name
        for name in names_in(path)
        if BANNED & {part.lower() for part in PART.findall(name)}
        and name not in ALLOWED_FROM_DJANGO
    }


def test_no_banned_word_names_anything():
    assert at_fault(BUILT, banned) == {}


def test_the_glossary_gives_each_french_word_once():
    rows = [
        line.split("|")[1].strip()
        for line in (ROOT / "docs" / "glossary.md").read_text().splitlines()
        if line.startswith("| ") and not line.startswith(("| French", "| ---", "|--"))
    ]
    assert len(rows) >= 60
    assert len(rows) == len(set(rows))
