"""Check, compare and publish a city's five lists of administrative items (五单一网)."""
