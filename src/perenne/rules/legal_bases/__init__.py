"""The five possibilities of the Code de la commande publique."""

from perenne.rules.legal_bases.names import LegalBasis

__all__ = ["LegalBasis"]
