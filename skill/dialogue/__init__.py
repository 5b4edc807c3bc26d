"""(State, Turn) -> (State, Reply). Pure: no Alexa, no sentences."""
