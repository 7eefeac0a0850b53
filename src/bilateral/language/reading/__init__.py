"""From text back to values."""
