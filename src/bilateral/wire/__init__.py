"""Between the model and plain data: one description of the fields for all formats."""
