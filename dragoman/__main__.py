"""`python -m dragoman` is the `dragoman` command."""

from dragoman.cli.app import main

main()
