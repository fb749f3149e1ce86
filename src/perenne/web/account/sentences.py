"""What is said to people about their account, on the page and by mail."""

from collections.abc import Mapping

WRONG = "Adresse ou mot de passe incorrect. Vérifiez-les, puis réessayez."
WITHOUT_SEAT = (
    "Votre compte n’est rattaché à aucun organisme : demandez à un collègue de vous y inviter."
)
LAST_FACTOR = (
    "Votre rôle demande un second facteur : ajoutez-en un autre avant de retirer celui-ci."
)
CONFIRM_FIRST = (
    "Confirmez d’abord votre adresse électronique : demandez le lien, puis ouvrez-le depuis vos "
    "mails."
)

WAYS: Mapping[str, str] = {
    "reauthenticate": "Par votre mot de passe",
    "mfa_reauthenticate": "Par un code de votre application, ou un code de secours",
    "mfa_reauthenticate:webauthn": "Par une clé d’accès",
}

ERRORS: Mapping[str, str] = {
    "account_inactive": WRONG,
    "duplicate_email": "C’est déjà votre adresse : indiquez-en une autre.",
    "email_password_mismatch": WRONG,
    "email_taken": "Cette adresse ne peut pas être utilisée ici.",
    "enter_current_password": "Ce n’est pas votre mot de passe actuel. Vérifiez-le.",
    "incorrect_code": "Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant.",
    "incorrect_password": "Ce n’est pas votre mot de passe. Vérifiez-le.",
    "invalid_password_reset": "Ce lien a déjà servi ou n’est plus valable : demandez-en un autre.",
    "max_email_addresses": "Une adresse attend déjà d’être confirmée.",
    "rate_limited": "Trop de demandes en peu de temps : patientez quelques minutes.",
    "too_many_login_attempts": "Trop de tentatives : patientez cinq minutes, puis réessayez.",
    "unverified_email": CONFIRM_FIRST,
    "add_email_blocked": CONFIRM_FIRST,
    "cannot_delete_authenticator": LAST_FACTOR,
    "cannot_generate_recovery_codes": "Ajoutez d’abord un second facteur.",
    "passkey": "Cette clé n’a pas été reconnue. Recommencez, ou choisissez un autre moyen.",
}

TOLD: Mapping[str, str] = {
    "email_confirmation_sent": "Un message vient de partir vers cette adresse : ouvrez son lien "
    "pour la confirmer. Il vaut trois jours.",
    "email_confirmed": "Votre adresse est confirmée.",
    "email_confirmation_failed": "Cette adresse ne peut pas être confirmée ici.",
    "password_changed": "Votre mot de passe est changé. Vos autres sessions sont fermées.",
    "password_set": "Votre mot de passe est enregistré.",
    "totp_activated": "Votre application d’authentification est enregistrée.",
    "totp_deactivated": "Votre application d’authentification est retirée.",
    "webauthn_added": "Votre clé d’accès est enregistrée.",
    "webauthn_removed": "Votre clé d’accès est retirée.",
}

NOTICES: Mapping[str, str] = {
    "password_changed": "Le mot de passe de votre compte a été changé.",
    "password_reset": "Le mot de passe de votre compte a été remplacé, par un lien reçu à cette "
    "adresse.",
    "password_set": "Un mot de passe a été donné à votre compte.",
    "email_changed": "L’adresse de votre compte a été remplacée par une autre. Celle-ci ne sert "
    "plus à se connecter.",
    "totp_activated": "Une application d’authentification a été ajoutée à votre compte.",
    "totp_deactivated": "L’application d’authentification a été retirée de votre compte.",
    "webauthn_added": "Une clé d’accès a été ajoutée à votre compte.",
    "webauthn_removed": "Une clé d’accès a été retirée de votre compte.",
    "recovery_codes_generated": "De nouveaux codes de secours ont remplacé les précédents.",
    "account_connected": "Votre compte a été relié à votre identité ProConnect.",
}

MAILS: Mapping[str, tuple[str, str]] = {
    "password_reset_key": ("Pérenne : choisir un nouveau mot de passe", "reset"),
    "unknown_account": ("Pérenne : aucun compte à cette adresse", "unknown"),
    "account_already_exists": ("Pérenne : cette adresse a déjà un compte", "taken"),
    "email_confirmation": ("Pérenne : confirmer votre adresse", "confirm"),
    "email_confirmation_signup": ("Pérenne : confirmer votre adresse", "confirm"),
    "": ("Pérenne : un changement sur votre compte", "notice"),
}
"""Subject, and template in `mails/`; "" is for all the others."""
