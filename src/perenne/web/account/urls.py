from django.urls import path

from perenne.web.account.login.view import login
from perenne.web.account.logout.view import logout

app_name = "account"
urlpatterns = [
    path("connexion/", login, name="login"),
    path("deconnexion/", logout, name="logout"),
]
