"""The password of today, then the next one."""

from allauth.account.forms import ChangePasswordForm
from django import forms

from perenne.web.account.new_password import NewPassword


class PasswordForm(NewPassword, ChangePasswordForm):
    oldpassword = forms.CharField(
        label="Mot de passe actuel",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
