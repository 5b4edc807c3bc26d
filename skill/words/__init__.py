"""The words of a locale: typed content, its YAML reader, and speech: Reply -> SSML, reprompt, card."""
