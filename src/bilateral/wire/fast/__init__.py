"""The fast path: readers and writers generated from the description of the fields."""
