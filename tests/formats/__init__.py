"""Every format of every report, by the registries: what it gives is frozen, and no text of a city does anything."""
