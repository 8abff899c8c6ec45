"""Two files per language: NAME.py, how it writes days and times, and _NAME.py, what replies must
and must not say in it. `gateway/core/locale.py` has the list of the languages.

Each NAME.py has `LOCALES`, the variants by tag, the default one first.
"""
