"""Ways on: how mail reaches the therapist, and how our own mail leaves."""
