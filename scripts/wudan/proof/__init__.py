"""Verifying editions and sites, offline: what is proved, what is not, and what does not hold."""
