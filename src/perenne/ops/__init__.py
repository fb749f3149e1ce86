"""The clock and the terminal: commands and the schedule."""
