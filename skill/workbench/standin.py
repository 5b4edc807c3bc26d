"""A stand-in for Alexa's model: what she might take for an intent by mistake. It is not Alexa: nothing offline is.

A linear classifier of scikit-learn on words and letters, trained on an interaction model: each intent is a class, and
the values of the slot that brings words are one more. A sample word for word is its intent, as with Alexa.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC

from skill.alexa.routes import TELL
from skill.workbench.model.models import FOLDER

# What Alexa knows by herself of her own intents ("Standard Built-in Intents" on developer.amazon.com).
BUILT_IN = {
    "AMAZON.CancelIntent": ("cancel", "never mind", "forget it"),
    "AMAZON.HelpIntent": ("help", "help me", "can you help me"),
    "AMAZON.NoIntent": ("no", "no thanks"),
    "AMAZON.PreviousIntent": ("go back", "skip back", "back up"),
    "AMAZON.RepeatIntent": ("repeat", "say that again", "repeat that"),
    "AMAZON.StartOverIntent": ("start over", "restart", "start again"),
    "AMAZON.StopIntent": ("stop", "off", "shut up"),
    "AMAZON.YesIntent": ("yes", "yes please", "sure"),
}


class StandIn:
    """Takes sentences for intents."""

    def __init__(self, samples: Mapping[str, Sequence[str]]) -> None:
        """samples: intent -> what it is trained on."""
        texts = [(text, intent) for intent, lines in samples.items() for text in lines]
        self._samples = {text: intent for text, intent in texts if intent != TELL}
        words = TfidfVectorizer(tokenizer=str.split, token_pattern=None, ngram_range=(1, 2), sublinear_tf=True)
        letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True)
        self._model = make_pipeline(make_union(words, letters), LinearSVC(class_weight="balanced", random_state=0))
        self._model.fit([text for text, _ in texts], [intent for _, intent in texts])

    @classmethod
    def for_locale(cls, locale: str, folder: Path = FOLDER) -> "StandIn":
        """Train it on the model of a locale."""
        model = json.loads((folder / f"{locale}.json").read_text(encoding="utf-8"))["interactionModel"]["languageModel"]
        few = {intent["name"]: intent["samples"] for intent in model["intents"] if intent["name"] != TELL}
        samples = {name: [*lines, *BUILT_IN.get(name, ())] for name, lines in few.items()}
        return cls({**samples, TELL: [value["name"]["value"] for kind in model["types"] for value in kind["values"]]})

    def intent(self, words: str) -> str:
        """Give the intent that a sentence is taken for; TELL when it would arrive as words."""
        return self._samples.get(words) or str(self._model.predict([words])[0])
