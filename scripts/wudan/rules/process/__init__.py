"""Rules about approval and release."""
