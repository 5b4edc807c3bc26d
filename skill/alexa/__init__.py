"""The one room that knows Alexa: request -> Turn, Reply -> response, and the safety net around them."""
