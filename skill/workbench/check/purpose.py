"""Checks that the intended purpose agrees with the rest: the outcomes, the places, and what people are told."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from skill.rules.triage import Urgency
from skill.words.near import advice
from skill.words.texts import LANGUAGE, locales
from skill.words.yamlfile import KeyPath, Problem, Yaml, parse
from skill.workbench.check.kept import key_of
from skill.workbench.check.texts import store_texts, texts
from skill.workbench.clinical.purpose import Limit, Purpose
from skill.workbench.clinical.store import PURPOSE
from skill.workbench.listing.listing import STORE

DOCUMENTS = ("privacy.md", "terms.md")


def check_purpose(purpose: Purpose, root: Path) -> Iterator[Problem]:
    """Compare the intended purpose of a store with its outcomes, places, listing, terms and spoken words."""
    file = parse(root / PURPOSE)
    yield from _same(file, "outcomes", purpose.outcomes, tuple(urgency.id for urgency in Urgency))
    yield from _same(file, "places", purpose.places, locales(root))
    sold = parse(root / STORE).value.get("countries", [])
    for locale in (one for one in purpose.places if one[-2:] not in sold):
        fix = "add its country to `countries` of store.yaml, or leave the place out"
        yield file.problem(("places", locale), f"places.{locale}", "is a place where the store does not offer it", fix)
    said = said_texts(root)
    for group in ("people", "not_people", "not_for"):
        for number, limit in enumerate(getattr(purpose, group)):
            yield from _said(file, (group, str(number)), limit, said)
    yield from _said(file, ("kept",), purpose.kept, said)


def said_texts(root: Path) -> dict[str, str]:
    """Give everything that people are told, spoken or written, by its name: `prompts.welcome`, `terms.md`."""
    found = {key_of(text): text.template for text in (*texts(root), *store_texts(root))}
    written = ((name, root / LANGUAGE / name) for name in DOCUMENTS)
    found |= {name: path.read_text(encoding="utf-8") for name, path in written if path.exists()}
    return {name: " ".join(text.split()) for name, text in found.items()}


def _same(file: Yaml, key: str, named: Mapping[str, str], there: tuple[str, ...]) -> Iterator[Problem]:
    for name in (one for one in there if one not in named):
        yield file.problem((key,), f"{key}.{name}", "is missing", f"add `{name}:` and say what it is")
    for name in (one for one in named if one not in there):
        yield file.problem((key, name), f"{key}.{name}", "is none that there is", advice(name, there))


def _said(file: Yaml, where: KeyPath, limit: Limit, said: Mapping[str, str]) -> Iterator[Problem]:
    for name, words in limit.said.items():
        here = (*where, "said", name)
        if name not in said:
            yield file.problem(here, ".".join(here), "is no text that there is", advice(name, said))
        elif words not in said[name]:
            fix = "say it there, or correct the purpose: the two must agree"
            yield file.problem(here, ".".join(here), f"does not say “{words}”", fix)
