"""A new city: the folder that `wudan init` makes, with an empty catalog and the sources of its website."""
