"""Rules applied: what a document is on a day, its periods and its deadlines."""
