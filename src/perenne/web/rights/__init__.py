"""What one may ask of one's own data."""
