"""Every component with its states: what page authors look at, and what the checks visit."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from perenne.kit.pages import public
from perenne.web.design.menu import Desk, MenuItem
from perenne.web.site.gallery.drawings import drawings
from perenne.web.site.gallery.form import SampleForm

WRONG = {"subject": "", "email": "camille@", "amount": "environ 20", "rate": "140", "months": "12"}
DESK = Desk(
    organisation="Ville de Moissy-Cramayel",
    person="Camille Aubert",
    role="acheteuse",
    account_url="/bureau/",
    menu=(
        MenuItem("Aujourd’hui", "/bureau/", current=True),
        MenuItem("Programmation", "/programmation/", count=4),
        MenuItem("Contrats", "/contrats/"),
        MenuItem("Heures", "/heures/", count=12),
        MenuItem("Bilans", "/bilans/"),
    ),
)


LAYOUTS = {"bureau": "design/desk.html", "accueil": "design/front.html"}


@public
def gallery(request: HttpRequest) -> HttpResponse:
    """`?cadre=bureau` shows the frame of the signed-in pages, `?cadre=accueil` the front page;
    `?erreurs` what a form says when it is not well filled.
    """
    frame = request.GET.get("cadre", "")
    context = {
        "layout": LAYOUTS.get(frame, "design/site.html"),
        "form": SampleForm(WRONG if "erreurs" in request.GET else None),
        "charts": drawings(),
        "steps": ("Décrire le besoin", "Vérifier", "Envoyer"),
        "views": (
            MenuItem("Ensemble", "?", current=True),
            MenuItem("Lots", "?vue=lots", count=3),
            MenuItem("Journal", "?vue=journal"),
        ),
    }
    if frame == "bureau":
        context["desk"] = DESK
    return render(request, "site/gallery/page.html", context)
