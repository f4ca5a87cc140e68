"""Figures computed from a catalog: counts, times, citations. Nothing here is typed in by anybody."""
