"""What structures have promised of their capacity, by offers kept and people hired."""
