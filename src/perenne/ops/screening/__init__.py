"""What the screening command prints."""
