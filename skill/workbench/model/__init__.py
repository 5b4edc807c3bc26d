"""From a few phrases and real sentences of the content to the interaction models that Alexa takes."""
