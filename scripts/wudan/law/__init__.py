"""What the law says of a citation: which law it names, whether it has that article, of which rank it is."""
