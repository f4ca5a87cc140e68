"""Rules about the quality of guides."""
