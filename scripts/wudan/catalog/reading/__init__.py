"""From a folder or a revision to a catalog."""
