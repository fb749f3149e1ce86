from django.urls import path

from perenne.web.desks.today.view import today

app_name = "desks"
urlpatterns = [path("", today, name="today")]
