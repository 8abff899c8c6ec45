"""Servers that the tests talk to: a scripted sink, and private Postfix and Dovecot instances."""
