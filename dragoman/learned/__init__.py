"""The learned part: a small network that types the words of a sentence as predicates of acts.

`network` runs it.  How it was trained and how to train it again: training/README.md.
"""
