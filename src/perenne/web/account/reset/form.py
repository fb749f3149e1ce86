"""A new password, twice."""

from allauth.account.forms import ResetPasswordKeyForm

from perenne.web.account.new_password import NewPassword


class ResetForm(NewPassword, ResetPasswordKeyForm):
    """Behind a link that serves once."""
