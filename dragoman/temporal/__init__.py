"""Time expressions of English news: finding them, resolving them against a document's date, attaching them to acts."""
