"""From data to the text of a file: canonical form, comments, edits in place."""
