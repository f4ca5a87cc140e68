"""Rules about published figures."""
