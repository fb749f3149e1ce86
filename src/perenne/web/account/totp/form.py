"""The first code shows that the application and the server count alike."""

from allauth.mfa.totp.forms import ActivateTOTPForm

from perenne.web.account.codes_typed import MISSING, CodeField
from perenne.web.design.forms import Form, Look


class TotpForm(Form, ActivateTOTPForm):
    code = CodeField(label="Code à six chiffres")
    missing = {"code": MISSING}
    looks = {"code": Look(width="short")}
