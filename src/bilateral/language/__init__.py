"""German, Russian and English: names, labels, titles and dates, written and read."""
