"""What an editor or a developer runs, and Lambda never ships. Reading order:

cli           the commands, each in a few lines
envelopes     real Alexa requests; talk holds a conversation with them, dialogues replays the golden ones
ear           hears: text -> intent and slots, from the samples (matcher, likeness, slotting, denials, hearing)
model         the templates of the vocabulary -> the interaction models
check         what must hold of words, replies and models
listing       the store listing and the package for Amazon, with the checks of its own; everything runs all checks
aws           the package for Lambda, AWS's runtime emulator, the comparison of speed
contract, serve, plain   JSON for whoever checks from outside; the web service; how plain a text is
"""

from pathlib import Path

ROOT = Path(__file__).parents[2]
