"""Coding acts: predicate senses over the parse → events.

Reading order: `senses` (the lexicon), `slots` (who stands where in the sentence), `participants` (who that
is), `status` (did it happen, who says so), `choose` (which sense fits), `refine` (modes, contexts),
`merge` (one act told twice).  The stage that puts them together is `dragoman.stages.events`.
"""
