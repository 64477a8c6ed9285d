"""Terms on disk: schema, codec, segments, postings and the writer of the index."""
