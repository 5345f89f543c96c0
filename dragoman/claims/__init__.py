"""Coding claims: statements, figures, commitments, requests, agreements, designations, series, expectations, doubt.

What counts as each is told in docs/claims.md.  Reading order:

- `cue_lexicon`, `cues`: the words that give speech to somebody, and where its content stands
- `speech`: which stretches of the text are whose words
- `passage`: what the coder of a kind sees of one sentence
- `roles`: whom a role without a name means
- `statements`, `figures`, `commitments`, `requests`, `agreements`, `designations`, `series`, `expectations`: one each
- `doubt`: signals about the document

The stage that puts them together is `dragoman.stages.claims`.
"""
