"""Briefs: what the record holds of an actor, or of two, in sections, each line with its words and its document.

Reading order:

- `nouns`: what a brief is made of
- `named`: whom a name means in the record
- `gather`: the sections
- `figures`: figures side by side
- `awaited`: what became of expectations

`dragoman.formats.brief` prints them.
"""
