"""Numbers in texts: read off with their metric, compared with conditions, and set against another text's.

`grammar.measurements` reads, `conditions.parse_condition` asks and `answering.Condition` says what answers;
`disagreement.disagreements` compares two texts.
"""
