"""Records as rows of sheets, written with labels and read as people fill them in."""
