"""The public site: everybody reads."""

from datetime import date

from perenne.domain.library.actions import load_originals
from perenne.domain.library.queries import Section

ROWS = """
                                   nob vis buy bu2 fac fa2 coo com str pre
site:home                -         200 200 200 200 200 200 200 200 200 200
site:privacy             -         200 200 200 200 200 200 200 200 200 200
site:register            -         200 200 200 200 200 200 200 200 200 200
site:cookies             -         200 200 200 200 200 200 200 200 200 200
site:gallery             -         200 200 200 200 200 200 200 200 200 200
site:plan                -         200 200 200 200 200 200 200 200 200 200
site:robots              -         200 200 200 200 200 200 200 200 200 200
site:sitemap             -         200 200 200 200 200 200 200 200 200 200
site:live                -         200 200 200 200 200 200 200 200 200 200
site:ready               -         200 200 200 200 200 200 200 200 200 200
site:metrics             -         404 404 404 404 404 404 404 404 404 404
site:questions           -         200 200 200 200 200 200 200 200 200 200
site:question            question  200 200 200 200 200 200 200 200 200 200
site:question            missing   404 404 404 404 404 404 404 404 404 404
site:news                -         200 200 200 200 200 200 200 200 200 200
site:feed                -         200 200 200 200 200 200 200 200 200 200
site:news_item           news      200 200 200 200 200 200 200 200 200 200
site:duty                -         200 200 200 200 200 200 200 200 200 200
site:publics             -         200 200 200 200 200 200 200 200 200 200
site:brochure            -         200 200 200 200 200 200 200 200 200 200
site:brochure_file       -         200 200 200 200 200 200 200 200 200 200
site:kit                 -         200 200 200 200 200 200 200 200 200 200
site:kit_pdf             -         302 302 302 302 302 302 302 302 302 302
site:kit_zip             -         302 302 302 302 302 302 302 302 302 302
site:card                card      200 200 200 200 200 200 200 200 200 200
site:card                no_card   404 404 404 404 404 404 404 404 404 404
site:section             section   200 200 200 200 200 200 200 200 200 200
site:page                page      200 200 200 200 200 200 200 200 200 200
site:page                nothing   404 404 404 404 404 404 404 404 404 404
"""


EVERYBODYS = {"card"}


def things(committee):
    load_originals(on=date(2026, 11, 26))
    return {
        "question": ["obligation-clause"],
        "missing": ["jamais-posee"],
        "news": ["nouveau-site"],
        "card": ["brochure"],
        "no_card": ["rien"],
        "section": [Section.BUYERS],
        "page": [Section.BUYERS, "preparer"],
        "nothing": [Section.BUYERS, "rien"],
    }
