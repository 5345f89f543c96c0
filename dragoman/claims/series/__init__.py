"""Series: meetings, rounds and exercises that belong together, with their numbers, dates and places.

Reading order:

- `lexicon`: the nouns and words
- `ordinals`: *third*, *twenty-sixth*, *38th*
- `parties`: who meets
- `meetings`: what one sentence tells of members
- `coder`: what several sentences tell brought together
- `told`: meetings told only as members become events
"""

from dragoman.claims.series.coder import SeriesCoder

__all__ = ["SeriesCoder"]
