from perenne.domain.library.models.blocks import Block, Word
from perenne.domain.library.models.kinds import Kind, Section
from perenne.domain.library.models.texts import Revision, Text

__all__ = ["Block", "Kind", "Revision", "Section", "Text", "Word"]
