"""What the rules find: problems, the findings that users read, and the formats they are written in."""
