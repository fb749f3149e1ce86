"""Networks as they are read: files write codes."""


def network_label(code: str) -> str:
    """« chantier-ecole » as it may be read: « Chantier ecole »."""
    return code.replace("-", " ").capitalize()
