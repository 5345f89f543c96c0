"""The command line: the library spoken aloud.  One command = parse, one call, print."""
