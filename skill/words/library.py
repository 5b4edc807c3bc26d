"""Loads the content of a locale: from JSON in a built package, else from the YAML store.

A package for Lambda carries JSON made at build time, because parsing YAML would be the slowest part of a cold start.
"""

from msgspec import json

from skill.hearing.hear import Hearing
from skill.hearing.vocabulary import Vocabulary
from skill.words.texts import CONTENT, ELSEWHERE, LANGUAGE, LOCALES, Content


def supported(locale: str | None) -> str:
    """Give the locale whose content serves a request: itself, or `elsewhere` for one that is not ours."""
    return locale if locale in LOCALES else ELSEWHERE


def load(locale: str) -> Content:
    """Load one locale: the JSON of a built package if it is there, else the YAML store.

    locale: one of LOCALES, or `elsewhere`.
    Raises ContentError (skill/words/store.py) naming file, line and key when the YAML is not as it must be.
    """
    built = CONTENT / "built" / f"{locale}.json"
    if built.exists():
        return json.decode(built.read_bytes(), type=Content)
    from skill.words.store import read  # PyYAML stays out of Lambda

    return read(CONTENT, locale)


def load_vocabulary(language: str) -> Vocabulary:
    """Load what a language hears: the JSON of a built package if it is there, else the YAML store.

    Raises ContentError when the YAML is not as it must be.
    """
    built = CONTENT / "built" / f"{language}.hearing.json"
    if built.exists():
        return json.decode(built.read_bytes(), type=Vocabulary)
    from skill.words.vocabulary import read_vocabulary

    return read_vocabulary(CONTENT, language)


class Library:
    """The content of every locale that was asked for so far; each is loaded once and never changes."""

    def __init__(self) -> None:
        self._loaded: dict[str, Content] = {}
        self._heard: dict[str, Hearing] = {}

    def for_locale(self, locale: str | None) -> Content:
        """Give the content for a request's locale; one that is not ours gets neutral numbers."""
        name = supported(locale)
        if name not in self._loaded:
            self._loaded[name] = load(name)
        return self._loaded[name]

    def hearing(self) -> Hearing:
        """Give the hearing of the language; loaded with the first words that are said."""
        if LANGUAGE not in self._heard:
            self._heard[LANGUAGE] = Hearing(load_vocabulary(LANGUAGE))
        return self._heard[LANGUAGE]
