"""Rules about how the lists refer to each other."""
