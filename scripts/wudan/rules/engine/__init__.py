"""What rules are, and how they are found and run."""
