from django.urls import path

from perenne.web.site.gallery.view import gallery
from perenne.web.site.home.view import home
from perenne.web.site.privacy.view import privacy

app_name = "site"
urlpatterns = [
    path("", home, name="home"),
    path("donnees-personnelles/", privacy, name="privacy"),
    path("composants/", gallery, name="gallery"),
]
