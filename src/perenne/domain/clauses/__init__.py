"""What is owed: calibration, legal basis, drafted clause."""
