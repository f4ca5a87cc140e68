"""The typed, immutable model of a catalog: the one source of schemas, headings, labels and help."""
