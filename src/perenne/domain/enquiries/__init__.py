"""What people write to the committee, whom it goes to, and what they were answered."""
