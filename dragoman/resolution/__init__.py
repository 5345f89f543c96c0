"""Who, and where: names and descriptions in a text resolved to actors and places, each with its reasons.

Read in this order: `results` (what an answer is), `words` (cutting a string), `phrase` (its head and what stands
around it), `offices`, `incumbents` and `posts` (who held which office when), `names` and `sounds` (spellings of one
name), `context` (what the text around says), `namesakes` (names that mean several things), `asked` (one question),
`roles`, `unknown`, `persons` and `groups` (its readings), `actors` (the resolver of who), `gazetteer` and `places`
(of where).
"""
