"""Finds the red flags that a text denies: "no chest pain", "my breathing is fine". The rest may be an emergency."""

import re

from skill.workbench.ear.slotting import Words

# Red flags that a "no" makes good news of. "Can't breathe" and "no feeling" are none: there the no is the alarm.
FLAG = (
    r"(?:chest (?:pains?|tightness)|pains? in (?:my|the|her|his) (?:chest|back)"
    r"|(?:trouble|hard|difficult\w*) (?:to )?breath\w+|(?:short|out|shortness) of breath|breathless\w*|gasping|wheezing"
    r"|dizz\w+|giddy|faint\w*|pass(?:ed|ing)? out|black(?:ed)? ?outs?|collaps\w+|bloody?|bleeding|palpitations"
    r"|rac(?:e|ing)(?: heart)?|pound\w*|numb\w*|cold|blue"
    r"|white|pale|weak\w*|unbearable|agony|dying|confused|(?:an )?(?:emergency|ambulance|stroke))"
)
LIMBS = r"(?:foot|feet|toes|legs?)"
GAP = (
    r"(?:(?:any|an?|the|been|had|have|got|feel|feeling|having|gone|to|very|so|all|of|drop|least|bit|it|sudden|real|racing"
    r"|signs?|numb or|cold or|coughed|coughing|cough|brought|up) ){0,5}"
)
# Not "never had chest pain like this" and not "no blood going to my foot".
WORSE = r"(?! (?:like|until|flow|supply|going|getting))\b"
GOOD = (
    r"(?:(?:just|perfectly|quite|all|like|as|been|beating|very|still) )*"
    r"(?:fine|okay|ok|normal\w*|right|good|well|usual|easily|warm)\b"
)
DENIED = (
    rf"\b(?:(?:(?:my|the) )?(?:heart|chest|pain|{LIMBS}) (?:is|has|are|does) )?(?:no|not|never) {GAP}{FLAG}{WORSE}"
    rf"(?: (?:or|nor|no) {GAP}{FLAG}\b)*(?: (?:at all|in my life|whatsoever|or anything))*",
    rf"\bneither (?:of my )?{LIMBS} (?:is|are|feels?) {FLAG}\b|\b(?:my )?chest does not hurt(?: at all)?\b",
    rf"\b(?:can )?(?:breathe|(?:i am |is |am )breathing) {GOOD}",
    rf"\b(?:(?:both )?(?:my|the) )?(?:breathing|chest|heart|pulse|feet|toes) (?:is|are|feel|has) {GOOD}",
    r"\bnothing wrong with my (?:chest|breathing|heart)(?: or my (?:chest|breathing|heart))?\b",
    rf"\bcan (?:feel|move) (?:all |both )?(?:of )?(?:my )?{LIMBS}\b|\bcan (?:bear|put up with) (?:it|the pain)\b",
)
# "I'm not able to breathe well", "i can hardly move my foot" are no good news.
UNSPOILT = "".join(f"(?<!{word} )" for word in ("not", "not able to", "unable to", "hardly", "barely", "only", "just"))
DENIED_FLAG = re.compile("|".join(f"{UNSPOILT}(?:{denied})" for denied in DENIED))


def without_denied(words: Words) -> Words:
    """Cut out the red flags that a text denies, "no chest pain"; the rest may still be an emergency."""
    return tuple(DENIED_FLAG.sub("", " ".join(words)).split())
