"""The formats of the reviewer's table."""
