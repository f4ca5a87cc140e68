"""Rules about files, schema, identity and form."""
