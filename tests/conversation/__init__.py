"""What each turn does, freed of Alexa: meaning, not wording. One file a subject."""
