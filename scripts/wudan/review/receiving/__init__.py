"""What a push to the city's repository may bring, and who may bring it: what a server's hook asks."""
