"""The reform baseline: what it is on a day, and how the lists agree with it."""
