"""What structures have promised of their hours."""
