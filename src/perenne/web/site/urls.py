from django.urls import path

from perenne.web.site.cookies.view import cookies
from perenne.web.site.gallery.view import gallery
from perenne.web.site.home.view import home
from perenne.web.site.privacy.view import privacy
from perenne.web.site.register.view import processing_register

app_name = "site"
urlpatterns = [
    path("", home, name="home"),
    path("donnees-personnelles/", privacy, name="privacy"),
    path("donnees-personnelles/registre/", processing_register, name="register"),
    path("cookies/", cookies, name="cookies"),
    path("composants/", gallery, name="gallery"),
]
