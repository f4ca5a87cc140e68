"""The only files that know MkDocs."""
