"""Sealing: encryption to the key of the therapist."""
