"""`gateway demo`: the real gateway on this computer, sample clients, and what became of it."""
