"""Who, and where: names and descriptions in a text resolved to actors and places, each with its reasons.

Read in this order: `results` (what an answer is), `words` (cutting a string), `phrase` (its head and what
stands around it), `offices` (who held which office when), `sounds` (spellings of one name), `context` (what the
text around says), `namesakes` (names that mean several things), `actors` (the resolver), `gazetteer` and `places`.
"""
