"""Reads the text of attached documents, in a process of its own that a hostile file may ruin."""
