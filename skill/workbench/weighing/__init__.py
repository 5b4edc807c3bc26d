"""Changes are weighed: whoever changes a rule or a spoken text says which hazard it touches, or why it touches none.

units    what is weighed, each with its hash: every spoken text, every module of the rules
ledger   content/clinical/changes.yaml, what was said of the changes; weighed.txt, the hashes as they were weighed last
weigh    `skill weigh`: adds a line to the ledger, and renews the hashes with it
"""
