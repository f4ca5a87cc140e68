"""The checks: one module a rule, found by being there."""
