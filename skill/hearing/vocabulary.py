"""What a language's vocabulary is once it is read: a tree of phrases, each ending in what it means. Frozen data.

It is made from content/<language>/hearing/ by skill/words/vocabulary.py; a built package carries it as JSON.
"""

from typing import Any

from msgspec import Struct

from skill.hearing.leaning import Weights

# word, <list> or .. -> the next step of the tree; END -> numbers of the meanings that end here.
Tree = dict[str, Any]
END = "."
GAP = ".."


class Meaning(Struct, frozen=True, array_like=True):
    """What a phrase means.

    kind: mention, answer, trigger, wish, topic, cry or list (see the readers in this folder). name: a question, a
    trigger, a wish, a topic or a cry. part: of the question. value: yes, no or unsure; for triggers and wishes how
    they are to be taken. near: it only counts where the leg is spoken of.
    """

    kind: str
    name: str
    part: str = ""
    value: str = ""
    near: bool = False


class Vocabulary(Struct, frozen=True):
    """All that the hearing knows of a language.

    clitics: endings that are words of their own ("'s"). slips: phrases that stand for others, and their replacements.
    lists: word lists. phrases: everything that means something. meanings: what it means. parts: question -> its parts,
    in the order asked. weights: how sentences lean, by what is asked of them.
    """

    clitics: list[str]
    slips: Tree
    replacements: list[list[str]]
    lists: Tree
    list_names: list[str]
    phrases: Tree
    meanings: list[Meaning]
    parts: dict[str, list[str]]
    weights: dict[str, Weights]
