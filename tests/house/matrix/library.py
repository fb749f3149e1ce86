"""The texts of the site are written by the coordination, and seen in the making by nobody else."""

from perenne.domain.library.factories import new_text

ROWS = """
                              nob vis buy bu2 fac fa2 coo com str pre
library:list       -          302 302 404 404 404 404 200 404 404 404
library:open       -          302 302 404 404 404 404 200 404 404 404
library:edit       draft      302 302 404 404 404 404 200 404 404 404
library:edit       published  302 302 404 404 404 404 200 404 404 404
library:history    published  302 302 404 404 404 404 200 404 404 404
library:publish    draft      POST 302 302 404 404 404 404 302 404 404 404
library:withdraw   published  POST 302 302 404 404 404 404 302 404 404 404
library:restore    published  POST 302 302 404 404 404 404 302 404 404 404
"""


def things(committee):
    return {
        "draft": [new_text(committee.coordination, published=False)],
        "published": [new_text(committee.coordination, slug="pourquoi")],
    }
