"""Other programs and computers, when a person asks: arXiv, vaults, Zotero.

In: papers, and what those say. Out: marks, files, or what was sent.
"""
