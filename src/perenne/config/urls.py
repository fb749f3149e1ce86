"""Every address of the site."""

from django.urls import include, path

urlpatterns = [
    path("", include("perenne.web.site.urls")),
    path("", include("perenne.web.account.urls")),
    path("", include("perenne.web.account.engine")),
    path("organismes/", include("perenne.web.organisations.urls")),
    path("adhesion/", include("perenne.web.membership.urls")),
    path("mes-donnees/", include("perenne.web.rights.urls")),
    path("territoire/", include("perenne.web.coverage.urls")),
    path("annuaire/importer/", include("perenne.web.directory.import_urls")),
    path("", include("perenne.web.directory.urls")),
    path("contenus/", include("perenne.web.library.urls")),
    path("bureau/", include("perenne.web.desks.urls")),
    path("tableaux/", include("perenne.web.boards.urls")),
    path("recherche/", include("perenne.web.search.urls")),
    path("programmation/", include("perenne.web.programming.urls")),
    path("clauses/", include("perenne.web.clauses.urls")),
    path("donnees-essentielles/", include("perenne.web.procurement.decp_urls")),
    path("", include("perenne.web.procurement.urls")),
    path("", include("perenne.web.participants.urls")),
    path("", include("perenne.web.person.urls")),
    path("", include("perenne.web.sourcing.urls")),
    path("embauches/", include("perenne.web.hirings.urls")),
    path("promesses/", include("perenne.web.promises.urls")),
    path("", include("perenne.web.hours.urls")),
    path("", include("perenne.web.pace.urls")),
    path("", include("perenne.web.notices.urls")),
    path("globalisations/", include("perenne.web.globalisation.urls")),
    path("", include("perenne.web.reviews.urls")),
    path("", include("perenne.web.certificates.urls")),
    path("manquements/", include("perenne.web.compliance.urls")),
    path("bilans/consolidation/", include("perenne.web.consolidation.urls")),
    path("bilans/", include("perenne.web.bilans.urls")),
    path("previsions/", include("perenne.web.assessments.urls")),
    path("chiffres/", include("perenne.web.opendata.urls")),
    path("historique/", include("perenne.web.history.urls")),
    path("contact/", include("perenne.web.contact.urls")),
    path("outils/", include("perenne.web.tools.urls")),
]

handler400 = "perenne.web.site.errors.view.unreadable"
handler403 = "perenne.web.site.errors.view.forbidden"
handler404 = "perenne.web.site.errors.view.not_found"
handler429 = "perenne.web.site.errors.view.too_many"
handler500 = "perenne.web.site.errors.view.broken"
