"""Coding acts: predicate senses over the parse, weighed with the network's view → events.

Reading order:

- `senses`: the lexicon
- `slots` (`voice`, `things`): who stands where in the sentence, and whose the things in it are
- `participants` (`phrases`, `known`), `references` (`discourse`, `quotations`, `descriptions`), `unowned` (`holders`,
  `bearers`): who that is
- `status`: did it happen, who says so
- `choose`: which sense fits
- `propose`: what the network adds to the senses and takes from them
- `content`: what is no act of its own
- `outcome`: what an act counts as
- `venue`, `home`, `concerned`, `partners`, `parties`, `enough`: where, in whose country, whom it concerns, both
  sides, and whether enough is known of them
- `refine`, `wordlists`: modes and contexts
- `screen`: silence
- `acts`: all of this for one sentence, with what became of each word
- `merge`: one act told twice

- `scene`: the sentences in order, each with who knows its persons, places and times

The stage that puts them together is `dragoman.stages.events`.
"""
