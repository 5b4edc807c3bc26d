"""From the templates that an editor writes to the interaction models that Alexa takes."""
