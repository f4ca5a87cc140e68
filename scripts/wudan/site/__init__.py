"""The website: what pages exist, how they are rendered, stamped and published."""
