"""Finds the red flags that a text denies: "no chest pain", "my breathing is fine". The rest may still be an emergency.

"can't breathe" and "no feeling in my foot" are no denials: there the missing thing is the emergency.
"""

import re

from skill.workbench.slotting import Words

# What is bad in itself, so that a "no" before it is good news.
FLAG = (
    r"(?:(?:the )?(?:chest|heart|breathing) (?:pains?|ache|trouble|problems?|difficulty|difficulties|tightness|attack)"
    r"|(?:chest )?(?:pains?|tightness|pressure|heaviness) in (?:my|the|her|his) (?:chest|upper back|back)"
    r"|chest is (?:tight|sore|painful)|(?:trouble|difficulty|problems?|hard|difficult|painful) (?:with )?(?:my )?"
    r"(?:to )?breath(?:e|ing)|trouble with my (?:chest|heart)"
    r"|short(?:ness)? of breath|out of breath|breathless(?:ness)?|gasping(?: for (?:air|breath))?|panting|wheez(?:ing|y|e)"
    r"|struggling (?:to breathe|for (?:breath|air))|choking|suffocating|puffed out|puffing"
    r"|faint(?:ed|ing|s|y)?(?: spells?| fits?)?|pass(?:ed|ing)? out|black(?:ed|ing)? ?outs?|blackouts?|collapsed?|collapsing"
    r"|keeled over|lost consciousness|unconscious|dizz(?:y|iness)(?: spells?)?|giddy|giddiness|light ?headed|woozy"
    r"|bloody?|bleeding|palpitations|(?:heart )?(?:racing|pounding|fluttering|hammering|thumping)(?: heart)?"
    r"|race|pound|beating (?:too |very |so )?fast"
    r"|(?:stone |ice |freezing )?cold|numb(?:ness)?|blue|white|pale|grey|gray|weak(?:ness)?|paralysed|paralyzed|tingling"
    r"|unbearable|excruciating|agony|agonising|agonizing|the worst pain|dying|(?:an? )?(?:medical )?emergency"
    r"|(?:an )?ambulance|(?:a )?stroke|confused|slurred|slurring|hurts? (?:to breathe|when i breathe)|drooping)"
)
SMALL = r"(?:(?:any|a|an|the|my|been|had|have|has|got|getting|feel|feels|feeling|felt|having|gone|go|going|turned|seen|see|at all"
SMALL += r"|cough|coughed|coughing|brought|bringing|spit|spat|spitting|up|out|in|to|even|ever|very|so|too|all|suddenly|sign|signs|of"
SMALL += r"|some|suffering|from|need|needing|it|really|noticed|experienced|like|i am|foot|leg|feet|cold|or|and) )"
# "Never had chest pain like this", "no blood going to my foot": said of something that is there.
WORSE = (
    r"(?! (?:like (?:this|that|it)|this|until|before now|till|flow|supply|going|getting|reaching|circulation|pressure))"
)
DENIED = (
    rf"\b(?:no|without|nor|zero) (?:(?:any|sign of|signs of|coughing up|coughing|sudden|real|racing|cold|numb|more|such|or) ){{0,3}}"
    rf"{FLAG}{WORSE}(?: (?:or|nor)(?: (?:any|a|no|in))* {FLAG})*",
    rf"\b(?:not|never|neither) {SMALL}{{0,6}}{FLAG}{WORSE}(?: (?:or|nor) (?:(?:any|a|been|in) )*{FLAG})*",
)
# What is said to be well.
WELL = r"(?:(?:perfectly|absolutely|just|quite|all|completely|totally|nice and|still|both|very|as) )*"
WELL += r"(?:fine|okay|ok|normal(?:ly)?|all right|alright|right|good|well|easy|easily|freely|steady|regular|the same|unchanged"
WELL += r"|no (?:worse|different)|usual|always|warm|pink|clear|strong|calm|bearable|healthy)"
FINE = (
    rf"\b(?:breathing|chest|heart|heartbeat|pulse|heart rate|lungs)(?: and (?:breathing|chest|heart))? (?:is|are|feels?|seems?) {WELL}\b",
    rf"\b(?:can breathe|breathe|am breathing|is breathing) {WELL}\b",
    rf"\b(?:foot|feet|toes|legs) (?:is|are|feels?|seem) {WELL}(?: and (?:warm|pink|normal|fine))?\b",
    r"\b(?<!not )can (?:still )?(?:feel|move|wiggle|lift) (?:my|both|it|them|the|her|his|all|everything)(?: my)?(?: (?:foot|feet|leg|legs|toes))?\b",
    r"\b(?:nothing|no(?:t any)? problems?|no trouble) (?:is )?(?:wrong )?(?:with|in) (?:my|the) (?:breathing|chest|heart|lungs|foot|feet)\b",
    r"\b(?<!not )can (?:bear|stand|cope with|live with|handle|manage|take) (?:it|the pain|this)\b",
)
BUT_BARELY = re.compile(r"\b(?:barely|hardly|just about|only just|can not|could not|nearly|almost|if|unless)\b")
CUTS = [re.compile(pattern) for pattern in (*DENIED, *FINE)]


def without_denied(words: Words) -> Words:
    """Cut the denied red flags out of a text; the same words when nothing is denied."""
    text = " ".join(words)
    for cut in CUTS:
        text = cut.sub(lambda found: found[0] if BUT_BARELY.search(found[0]) else "", text)
    return tuple(text.split())
