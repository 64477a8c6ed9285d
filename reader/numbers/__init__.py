"""Numbers in texts: read off with their metric, compared with conditions, and set against another text's.

`grammar.measurements` reads, `conditions.parse_condition` asks, `answering.Condition` is answered, `disagreement.disagreements` compares two texts.
"""
