"""The ways in which a city's files go wrong, one module for each family of rules; a module is found by being there."""
