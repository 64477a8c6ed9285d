"""Ways out: papers and what a person made of them as Markdown, BibTeX, RIS, CSL-JSON, CSV and HTML.

In: `ExportedPaper`s. Out: text, a piece a paper, or files in a folder. Keeps away from catalogue, marks and Qt.
"""
