"""Agreements and processes: who is bound by what, who signed, who did not, and how they stand.

Reading order:

- `lexicon`: nouns for instruments, and what is done with one
- `deeds`: what a sentence says is done with an instrument
- `mentions`: one instrument as one sentence tells of it
- `roles`: who makes, guarantees, mediates, signs or does not sign it
- `bundles`: one agreement as the article tells of it, by many names
- `coder`: the agreements of a document
"""

from dragoman.claims.agreements.coder import AgreementCoder

__all__ = ["AgreementCoder"]
