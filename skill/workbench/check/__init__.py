"""What must hold of words, replies and models; each problem names file, line, key and remedy."""
