"""Tables in and out: what departments submit becomes catalog files, what is published becomes tables."""
