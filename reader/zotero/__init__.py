"""Zotero on this computer, by the two ways in that it offers to other programs: its local API, and its connector's."""
