"""Alerts: how the therapist is told that a message needs her."""
