"""Accessible, archivable PDF files, and pictures, from typst templates and plain facts."""

from perenne.kit.pdf.compiling import compile_pdf, compile_png, pages_in

__all__ = ["compile_pdf", "compile_png", "pages_in"]
