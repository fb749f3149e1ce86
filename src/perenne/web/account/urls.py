from django.urls import path, re_path

from perenne.web.account.authenticate.view import authenticate
from perenne.web.account.codes.view import codes, codes_renew
from perenne.web.account.confirm_email.view import confirm_email
from perenne.web.account.email.view import email
from perenne.web.account.forgotten.view import forgotten, sent
from perenne.web.account.login.view import login
from perenne.web.account.logout.view import logout
from perenne.web.account.passkey_login.view import passkey_login
from perenne.web.account.passkeys.view import passkey_add, passkey_remove, passkey_rename
from perenne.web.account.password.view import password
from perenne.web.account.proconnect.view import come_back, leave
from perenne.web.account.reauthenticate.view import by_code, by_passkey, by_password
from perenne.web.account.reset.view import reset
from perenne.web.account.second_factor.view import second_factor
from perenne.web.account.security.view import security
from perenne.web.account.sessions.view import sessions
from perenne.web.account.totp.view import totp, totp_remove

app_name = "account"
RESET = r"^nouveau-mot-de-passe/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$"
CONFIRM = r"^confirmer-adresse/(?P<key>[-:\w]+)/$"
urlpatterns = [
    path("connexion/", login, name="login"),
    path("connexion/verification/", authenticate, name="authenticate"),
    path("connexion/cle/", passkey_login, name="passkey_login"),
    path("connexion/proconnect/", leave, name="proconnect"),
    path("connexion/proconnect/retour/", come_back, name="proconnect_return"),
    path("deconnexion/", logout, name="logout"),
    path("mot-de-passe-oublie/", forgotten, name="forgotten"),
    path("mot-de-passe-oublie/envoye/", sent, name="forgotten_sent"),
    re_path(RESET, reset, name="reset"),
    re_path(CONFIRM, confirm_email, name="confirm_email"),
    path("mon-compte/", security, name="security"),
    path("mon-compte/second-facteur/", second_factor, name="second_factor"),
    path("mon-compte/confirmer/", by_password, name="reauthenticate"),
    path("mon-compte/confirmer/code/", by_code, name="reauthenticate_by_code"),
    path("mon-compte/confirmer/cle/", by_passkey, name="reauthenticate_by_passkey"),
    path("mon-compte/mot-de-passe/", password, name="password"),
    path("mon-compte/adresse/", email, name="email"),
    path("mon-compte/application/", totp, name="totp"),
    path("mon-compte/application/retirer/", totp_remove, name="totp_remove"),
    path("mon-compte/cles/ajouter/", passkey_add, name="passkey_add"),
    path("mon-compte/cles/<int:pk>/nom/", passkey_rename, name="passkey_rename"),
    path("mon-compte/cles/<int:pk>/retirer/", passkey_remove, name="passkey_remove"),
    path("mon-compte/codes/", codes, name="codes"),
    path("mon-compte/codes/nouveaux/", codes_renew, name="codes_renew"),
    path("mon-compte/sessions/", sessions, name="sessions"),
]
