"""Why a client writes: one file each, found by its name, exported as DETECTOR."""
