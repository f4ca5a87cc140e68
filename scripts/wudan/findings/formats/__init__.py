"""The formats in which a report is written: one module a format, each a function from report to text."""
