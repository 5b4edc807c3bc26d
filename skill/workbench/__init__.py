"""What an editor or a developer runs, and Lambda never ships. Reading order:

cli           the commands, each in a few lines
pretended     Amazon's side of scheduled reminders, on this machine; behaviours has what can go wrong there
envelopes     real Alexa requests; talk holds a conversation with them, dialogues replays the golden ones
turn, hearsay one turn as JSON; what was understood and why
truthful      somebody who answers truthfully, for said and review
said          where in a conversation each text is said; scripts has what people say in those conversations
hearing       says sets of utterances: outcome (what came of each), judgement (the verdict), standin (for Alexa's model)
model         the few phrases of intents.yaml and a share of the example sentences -> the interaction models
examples      the example sentences, sorted for learning; weights learns from them, with scikit-learn
check         what must hold of words, replies, models and what is heard
signed        whether a clinician has signed the words as they stand
weighing      what changed words and rules mean for safety: the ledger of changes
clinical      the safety file of content/clinical/, typed
schema        JSON Schemas of the content, for tools that complete and underline
review        `skill review`: run collects the pages; sheet has those that clinicians sign, safety the safety file
listing       the store listing and the package for Amazon, with the checks of its own; everything runs all checks
aws           the package for Lambda, AWS's runtime emulator, the comparison of speed
page          the workbench page: talk, read, hear, see; serve shows it on this machine
contract, serve, plain   JSON for whoever checks from outside; the web service; how plain a text is
"""

from pathlib import Path

ROOT = Path(__file__).parents[2]
