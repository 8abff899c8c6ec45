"""A secure mail gateway for psychotherapists. Read pipeline.py first, then core/decide.py."""

__version__ = "0.1.0"
