"""Accessible, archivable PDF files from typst templates and plain facts."""

from perenne.kit.pdf.compiling import compile_pdf

__all__ = ["compile_pdf"]
