"""Raw article -> article: language, sentences, and provenance."""
