"""From texts to what they mean: names, and titles of documents."""
