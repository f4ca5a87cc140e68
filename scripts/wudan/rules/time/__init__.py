"""Rules about time limits."""
