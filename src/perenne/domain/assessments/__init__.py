"""Bilans, indicators, exports."""
