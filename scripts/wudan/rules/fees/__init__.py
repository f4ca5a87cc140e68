"""Rules about fees and funds."""
