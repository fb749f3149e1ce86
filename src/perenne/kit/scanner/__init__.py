"""Whether bytes carry a known threat: a port, and the one scanner that is plugged into it."""

from perenne.kit.scanner.choosing import scanner
from perenne.kit.scanner.port import Clean, Infected, Scanner, ScannerDown, Unscannable, Verdict

__all__ = ["Clean", "Infected", "Scanner", "ScannerDown", "Unscannable", "Verdict", "scanner"]
