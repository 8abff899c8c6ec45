"""Pages for people to print and sign: Markdown as HTML and as PDF."""
