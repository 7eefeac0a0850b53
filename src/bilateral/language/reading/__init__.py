"""From text back to the model: names, titles and the periods in them."""
