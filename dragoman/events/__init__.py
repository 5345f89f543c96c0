"""Coding acts: predicate senses over the parse → events.

Reading order:

- `senses`: the lexicon
- `slots`: who stands where in the sentence
- `participants` (`phrases`), `references` (`discourse`, `quotations`, `descriptions`): who that is
- `status`: did it happen, who says so
- `choose`: which sense fits
- `content`: what is no act of its own
- `outcome`: what an act counts as
- `venue`, `parties`: where, and both sides
- `refine`, `wordlists`: modes and contexts
- `screen`: silence
- `merge`: one act told twice

The stage that puts them together is `dragoman.stages.events`.
"""
