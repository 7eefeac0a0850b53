"""Who and where the names in a text are: bodies, towns, units and what stands beside them."""
