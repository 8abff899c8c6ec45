"""SMTP and LMTP as a client: one dialogue with a server, its replies, TLS, and a pool of them."""
