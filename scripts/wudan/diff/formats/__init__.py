"""The formats in which a difference is written: one module a format, each a function from report to text."""
