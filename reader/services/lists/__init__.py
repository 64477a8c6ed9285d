"""Lists of papers as other programs and people write them, each read into what it names.

In: text. Out: `Listed`. Which papers of the library are meant is decided elsewhere (services/importing.py).
"""
