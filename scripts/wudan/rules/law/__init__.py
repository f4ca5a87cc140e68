"""Rules about the legal basis."""
