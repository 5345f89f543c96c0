"""The record: codings kept in one SQLite file, and asked again.

`record.open_record` is the way in.  `engine` alone knows which database it is; `schema` and `migrations` say
what is kept, `rows` turns records into rows and back, `write` adds, `query` asks, `check` re-finds every quote.
"""
