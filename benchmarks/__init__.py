"""Timings, side by side in one run. They decide no test."""
