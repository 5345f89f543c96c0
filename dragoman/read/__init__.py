"""Source → documents: files, folders and streams become documents, or failures that say why not."""
