"""The catalog: its typed model, and how it is read from and written to disk."""
