"""The places where a title may name its sides, and what its words tell of them."""
