from django.urls import path

from perenne.web.search.find.view import find

app_name = "search"
urlpatterns = [path("", find, name="find")]
