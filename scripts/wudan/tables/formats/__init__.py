"""How files of each kind become sheets."""
