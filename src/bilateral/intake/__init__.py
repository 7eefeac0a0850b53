"""From any list of documents to a dossier, and to a review of what is not certain."""
