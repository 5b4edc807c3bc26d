"""What a field is for, in a line: an editor's tool shows it beside the key.

They stand here and not in the types, because Lambda loads the types and never needs a hint.
"""

from skill.words.store import Source
from skill.words.texts import (
    CryWords,
    Grammar,
    InsteadWords,
    OutcomeWords,
    PartWords,
    People,
    Person,
    Place,
    QuestionWords,
    ReminderWords,
    Reviewed,
    SignOff,
    ToldWords,
    TopicWords,
)
from skill.words.vocabulary import Listed, Others, Sign, Spoken, Wish
from skill.workbench.check.article import Article
from skill.workbench.listing.listing import LocaleWords, PrivacyAnswers, Shared
from skill.workbench.model.intents import Entries
from skill.workbench.weighing.ledger import Change, Ledger

_OUTCOME = {
    "means": "What it can be, said first.",
    "act": "What to do now: where to go, and where else.",
    "worse": "When it becomes an emergency, with the number.",
    "remember": "The parting sentence.",
}
_COVERED = {
    "covers": "Headings of article.yaml that this answers, word for word.",
    "corrects": "Mistakes of the article that this puts right, such as D4.",
}
_ANY = "Phrases that mean it wherever they stand in a sentence."
_ALONE = "Phrases that mean it only when nothing else is said."
# A type takes the hints of the types that it is made from.
HINTS: dict[type, dict[str, str]] = {
    Reviewed: {
        "source": "Ids of sources.yaml that say it. At least one, in a list.",
        "reviewed": "The day that the meaning was last compared with its sources, such as 2026-11-22.",
        "reviewed_by": "The clinician who signed these very words; left out while none has.",
    },
    SignOff: {
        "name": "The clinician's name, as it stands on the register.",
        "register": "The register and the number there, such as GMC 1234567.",
        "role": "What they are, such as consultant in vascular medicine.",
        "date": "The day of the signature, such as 2026-11-22.",
        "words": "The twelve letters and figures that the review sheet prints beside the words, in double quotes.",
    },
    PartWords: {"ask": "The part asked alone, after the word And.", "heard": "Its name when it is read back."},
    QuestionWords: {
        "ask": "The question: one thing, 20 words at most. Yes is always the worrying answer.",
        "again": "The same, said in other words.",
        "why": "Why it is asked.",
        "how": "How to check it at home.",
        "heard": "Its name when it is read back, as in: I heard ...",
        "parts": "The things that the question joins with or, each in words of its own.",
    },
    InsteadWords: _OUTCOME,
    OutcomeWords: {
        **_OUTCOME,
        "why": "The answer to why, after the result.",
        "card_title": "The title of the card in the Alexa app.",
        "card": "The text of the card. It never holds answers.",
        "instead": "Other words for some people or findings; what is left out is said as to everybody.",
    },
    CryWords: {"heard": "Its name when it is read back, as in: I heard ..."},
    ToldWords: {"heard": "Its name when it is read back, as in: I noted ...", "say": "The right door, said at once."},
    ReminderWords: {
        "short": "One sentence, said with the result; 14 words at most.",
        "say": "One or two sentences, said when asked for; 25 words at most.",
        "fits": "Questions whose answers bring it to the front; or today, for who is to be seen today.",
        **_COVERED,
    },
    TopicWords: {
        "about": "What it answers, as the end of a sentence.",
        "answer": "The answer: 3 sentences and 36 words at most.",
        "told": "What is answered instead after a result, by the result.",
        **_COVERED,
    },
    Grammar: {
        "join": "Between the last two of a list.",
        "either": "Between the last two of a choice.",
        "numbers": "Numbers as words, from none on.",
        "yes": "The name of this answer when it is read back.",
        "no": "The name of this answer when it is read back.",
        "unsure": "The name of this answer when it is read back.",
    },
    Person: {name: f"What fills the gap {{{name}}}." for name in Person.__struct_fields__},
    People: {"self": "The speaker has the leg.", "other": "The speaker asks for somebody else."},
    Place: {
        "emergency_number": "The number in double quotes; its digits are read out one by one.",
        "emergency_repeated": "The one number that is said a second time.",
        "emergency_department": "What an emergency department is called, inside a sentence.",
        "doctor": "What a doctor is called, inside a sentence.",
        "maternity": "Whom to call in a pregnancy and after a birth, inside a sentence.",
        "see_today": "How to be seen today.",
        "see_soon": "How to be seen within days.",
        "source": "Ids of sources.yaml that give the numbers.",
        "checked": "The day that the numbers were last looked up, such as 2026-11-22.",
    },
    Source: {
        "publisher": "Who says it, as it is spoken: the NHS.",
        "title": "The title of the page.",
        "url": "Its address, or: to be found.",
        "graded": "V: read in a copy. K: general knowledge, to be checked.",
        "checked": "The day that somebody last looked, such as 2026-11-22, in double quotes.",
        "supports": "What is taken from it, in one sentence of our own.",
    },
    Change: {
        "date": "The day that it was weighed.",
        "changed": "Texts and modules of the rules; a section or an entry where all of it has changed.",
        "hazards": "Ids of hazards.yaml that were looked at anew.",
        "none": "Why no hazard is touched.",
        "state": "A hash of weighed.txt after it; `skill weigh` writes it.",
    },
    Ledger: {"changes": "One entry a change, newest last; `skill weigh` adds them."},
    Article: {
        "sections": "The headings of the article.",
        "corrections": "Where it is wrong, and what is said.",
    },
    Entries: {
        "samples": "The few phrases of each intent; [] leaves it to the words that Alexa knows.",
        "promised": "Phrases that people are told to say, and what each must be taken for.",
        "swearing": "Words that no phrase for Amazon may hold. They are understood all the same.",
    },
    Shared: {
        "name": "The name in the store; 2 to 50 characters.",
        "summary": "160 characters at most.",
        "description": "4,000 characters at most.",
        "example_phrases": "Three at most; the first opens the skill.",
        "keywords": "What people search for. With those of a locale 30 at most.",
        "updates": "What is new in this version.",
        "testing_instructions": "What Amazon's testers are told; 4,000 characters at most.",
        "outcomes": "The questions to answer yes, all others no, to reach each outcome.",
        "category": "Where the store shows it.",
        "countries": "Where it is offered, as two letters each.",
        "privacy": "Amazon's questions on privacy.",
    },
    PrivacyAnswers: {"is_export_compliant": "A promise of whoever submits it: that no law forbids to export it."},
    LocaleWords: {"language": "How Alexa names the language.", "keywords": "What people search for there."},
    Listed: {
        "clitics": "Endings that are words of their own.",
        "lists": "Lists of words; a phrase names one as <name>.",
    },
    Spoken: {"any": _ANY, "alone": _ALONE, "end": "Phrases that mean it only as the last words."},
    Wish: {"any": _ANY, "alone": _ALONE, "ask": "Phrases that mean it only in a question, or alone."},
    Sign: {
        "says": "It is there, whenever it is said. Never with not: triggers.yaml denies it.",
        "leg": "The same, but only where the leg is spoken of.",
        "fine": "It is not there.",
        "yes": "A yes, only while this question waits.",
        "no": "A no, only while this question waits.",
        "unsure": "Not sure, only while this question waits.",
        "alone": "A yes if nothing else is said.",
        "names": "What it is called, as in: change swelling to no.",
        "parts": "The same for each part of the question.",
    },
    Others: {
        "cries": "An emergency now.",
        "harmless": "Sounds like an emergency and is none.",
        "remarks": "Nothing to do with the check.",
        "told": "A sign that is told without being asked, by question.",
        "wishes": "What is wanted of the conversation, by wish.",
        "topics": "What is asked about, by topic.",
    },
}
