"""What one may do to consultations and contracts. The only writers of this app's tables."""
