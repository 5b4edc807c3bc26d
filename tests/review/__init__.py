"""The review: what clinicians sign is what the words and the rules say."""
