"""Where what stands in a list: its file, its headers, headings, columns and legends."""
