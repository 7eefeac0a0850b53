"""The parts of a title beside its kind, its sides and its sectors, and what may be wrong in it."""
