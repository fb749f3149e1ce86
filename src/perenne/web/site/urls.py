from django.urls import path, register_converter

from perenne.web.site.addresses import SectionConverter
from perenne.web.site.brochure.view import brochure, brochure_file
from perenne.web.site.card.view import card
from perenne.web.site.cookies.view import cookies
from perenne.web.site.duty.view import check_duty
from perenne.web.site.engines.view import robots, sitemap
from perenne.web.site.gallery.view import gallery
from perenne.web.site.home.view import home
from perenne.web.site.kit.view import kit, kit_file
from perenne.web.site.news.view import feed, news, news_item
from perenne.web.site.page.view import front, page
from perenne.web.site.plan.view import plan
from perenne.web.site.privacy.view import privacy
from perenne.web.site.probes.view import is_ready, live, metrics
from perenne.web.site.publics.view import publics
from perenne.web.site.questions.view import question, questions
from perenne.web.site.register.view import processing_register

register_converter(SectionConverter, "section")

app_name = "site"
urlpatterns = [
    path("", home, name="home"),
    path("donnees-personnelles/", privacy, name="privacy"),
    path("donnees-personnelles/registre/", processing_register, name="register"),
    path("cookies/", cookies, name="cookies"),
    path("composants/", gallery, name="gallery"),
    path("plan-du-site/", plan, name="plan"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sante/", live, name="live"),
    path("sante/prete/", is_ready, name="ready"),
    path("metriques/", metrics, name="metrics"),
    path("questions/", questions, name="questions"),
    path("questions/<slug:slug>/", question, name="question"),
    path("actualites/", news, name="news"),
    path("actualites/rss.xml", feed, name="feed"),
    path("actualites/<slug:slug>/", news_item, name="news_item"),
    path("acheteurs/obligation/", check_duty, name="duty"),
    path("entreprises/publics-eligibles/", publics, name="publics"),
    path("brochure/", brochure, name="brochure"),
    path("brochure/brochure.pdf", brochure_file, name="brochure_file"),
    path("kit-acheteur/", kit, name="kit"),
    path("kit-acheteur/kit.pdf", kit_file, {"kind": "pdf"}, name="kit_pdf"),
    path("kit-acheteur/kit.zip", kit_file, {"kind": "zip"}, name="kit_zip"),
    path("apercu/<slug:name>.png", card, name="card"),
    path("<section:section>/", front, name="section"),
    path("<section:section>/<slug:slug>/", page, name="page"),
]
