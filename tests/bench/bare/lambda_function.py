"""The floor of `make bench`: no SDK and no content, one fixed answer."""


def lambda_handler(event, context):  # noqa: ARG001
    """Greet."""
    speech = {"type": "SSML", "ssml": "<speak>Hello.</speak>"}
    return {"version": "1.0", "response": {"outputSpeech": speech, "shouldEndSession": False}}
