"""The blocks of all else that is said: answers to people's own questions, reminders, cries, other sentences, places."""

from collections.abc import Iterator

from msgspec.structs import asdict

from skill.dialogue.reply import Reply
from skill.dialogue.result import emergency_lines
from skill.rules.reminders import TODAY
from skill.words.speech import PLACE_GAPS, Voice
from skill.words.texts import ScheduledWords, TableWords
from skill.workbench.check.texts import EXAMPLE
from skill.workbench.review.block import Block, cite, row, rows
from skill.workbench.review.material import Material
from skill.workbench.review.names import DO, URGENCIES, any_of, country
from skill.workbench.review.scenes import where_said
from skill.workbench.review.standing import standing
from skill.workbench.review.wording import Wording, in_one

PLACE_WORDS = {
    "emergency_number": "emergency number",
    "emergency_repeated": "said a second time",
    "emergency_department": "emergency department",
    "doctor": "doctor",
    "maternity": "maternity",
    "see_today": "be seen today",
    "see_soon": "be seen within days",
}
RESULT_TOLD = {urgency.id: f"after “{DO[urgency]}”" for urgency in URGENCIES}


def topic_blocks(material: Material) -> tuple[Block, ...]:
    """Give a block for each answer to a question of the person's own."""
    return tuple(_topic(f"A{number}", name, material) for number, name in enumerate(material.content.topics, 1))


def reminder_blocks(material: Material) -> tuple[Block, ...]:
    """Give a block for each prevention reminder."""
    return tuple(_reminder(f"P{number}", name, material) for number, name in enumerate(material.content.reminders, 1))


def cry_blocks(material: Material) -> tuple[Block, ...]:
    """Give a block for each emergency that no question asks for: what people say, and what is said back."""
    return tuple(
        Block(f"C{number}", f"cries.{name}", _heard(name, material), tuple(_cry(name, material)), (), fine=phrases)
        for number, (name, phrases) in enumerate(material.cries.items(), 1)
    )


def scheduled_blocks(material: Material) -> tuple[Block, ...]:
    """Give a block for each reminder that Alexa rings at a set time: how it is offered, and what the room hears."""
    return tuple(
        Block(f"B{number}", f"scheduled.{name}", name.replace("_", " "), tuple(_scheduled(words, material)), ())
        for number, (name, words) in enumerate(material.content.scheduled.items(), 1)
    )


def screen_block(material: Material) -> Block:
    """Give one block with the small words of a screen."""
    words = asdict(material.content.screen)
    shown = tuple(in_one(name, _gaps_shown(text), material.content) for name, text in words.items())
    return Block("L", "screen", "labels of a screen", shown, ())


def prompt_block(material: Material) -> Block:
    """Give one block with all other sentences."""
    words = asdict(material.content.prompts)
    shown = tuple(in_one(name, _gaps_shown(text), material.content) for name, text in words.items())
    return Block("W", "prompts", "all other sentences", shown, ())


def place_blocks(material: Material) -> tuple[Block, ...]:
    """Give a block for each place: its numbers and its words, with the day they were last checked."""
    return tuple(
        Block(
            f"N{number}",
            f"places.{place}",
            country(place),
            tuple(_place(place, material)),
            cite(content.place.source, material.sources),
            cites="supports",
        )
        for number, (place, content) in enumerate(material.contents.items(), 1)
    )


def _topic(number: str, name: str, material: Material) -> Block:
    words = material.content.topics[name]
    told = (in_one(RESULT_TOLD[urgency], text, material.content) for urgency, text in words.told.items())
    asked = material.scenes.get(f"topics.{name}.answer")
    shown = (
        *rows(("asked", f"“{asked.said[-1]}”, for instance" if asked is not None and asked.said else "")),
        in_one("answer", words.answer, material.content),
        *told,
        *_table(words.table, material),
    )
    cited = cite(words.source, material.sources)
    return Block(number, f"topics.{name}", words.about, shown, cited, standing(words), cites="address")


def _table(table: TableWords | None, material: Material) -> Iterator[Wording]:
    """Show what a screen sets side by side."""
    if table is None:
        return
    yield in_one("on a screen", f"{table.first} | {table.second}", material.content)
    for one in table.rows.values():
        yield in_one("", f"{one.label}: {one.first} | {one.second}", material.content)


def _scheduled(words: ScheduledWords, material: Material) -> Iterator[Wording]:
    for label, text in (("offered", words.offer), ("when set", words.set), ("read to the room", words.label)):
        yield in_one(label, _gaps_shown(text), material.content)


def _reminder(number: str, name: str, material: Material) -> Block:
    content, words = material.content, material.content.reminders[name]
    today = f"{DO[URGENCIES[1]]} was told" if TODAY in words.fits else ""
    after = any_of([one for one in words.fits if one != TODAY], content)
    fits = " or ".join(one for one in (today, f"{after} was not a no" if after else "") if one)
    shown = (
        in_one("with the result", words.short, content),
        in_one("when asked", words.say, content),
        *rows(("comes first if", fits)),
    )
    title, cited = name.replace("_", " "), cite(words.source, material.sources)
    return Block(number, f"reminders.{name}", title, shown, cited, standing(words), cites="address")


def _heard(name: str, material: Material) -> str:
    words = material.content.cries.get(name)
    return words.heard if words is not None else "a cry that names no cause"


def _cry(name: str, material: Material) -> Iterator[Wording]:
    voice = Voice(material.content)
    said = " ".join(voice.text(line) for line in Reply(emergency_lines((name,))).say)
    yield from where_said("for instance", f"cries.{name}.heard", material.scenes)
    yield row("what is said back", f"“{said}”")


def _gaps_shown(text: str) -> str:
    """Let the gaps of a sentence that is made while talking stand as they are."""
    for gap in EXAMPLE:
        text = text.replace(f"{{{gap}}}", f"[{gap}]")
    return text


def _place(place: str, material: Material) -> Iterator[Wording]:
    content = material.contents[place]
    for gap in PLACE_GAPS:
        yield in_one(PLACE_WORDS[gap], getattr(content.place, gap), content)
    yield row("checked", str(content.place.checked))
