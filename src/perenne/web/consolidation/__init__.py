"""What others ask to add up: the AVE, the region, SPASER, ANRU, FSE+, DECP."""
