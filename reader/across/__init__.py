"""What reads across papers: ranges, one section of many, tables, comparisons, numbers, doubts and trends.

Values in and out: appearances of the catalogue and dates. Nothing here opens a file, asks a database or knows of marks.
"""
