"""What can go wrong, in the form of a DCB0129 hazard log."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from skill.words.texts import Text
from skill.workbench.clinical.risk import Rated

Of = Literal["question", "rule", "outcome", "text", "test", "page"]
KINDS_OF: tuple[Of, ...] = ("question", "rule", "outcome", "text", "test", "page")


class Named(Struct, frozen=True, forbid_unknown_fields=True):
    """Something that there is, by exactly one of its names, and what it does.

    text: `prompts.welcome`, as agreed.yaml names texts, or a page of the language (`terms.md`). test:
    `tests/test_safety.py::test_name`. page: a page of this review, such as `hazards.html`.
    """

    does: Text
    question: Text | None = None
    rule: Text | None = None
    outcome: Text | None = None
    text: Text | None = None
    test: Text | None = None
    page: Text | None = None

    @property
    def names(self) -> tuple[tuple[Of, str], ...]:
        """Every name that it bears, with what each is of: one, in a file that is sound."""
        return tuple((of, name) for of in KINDS_OF if (name := getattr(self, of)) is not None)


class Hazard(Struct, frozen=True, forbid_unknown_fields=True):
    """One hazard: why it comes, the harm it does, the risk before and after the controls, and what is left to do."""

    name: Text
    causes: Annotated[tuple[Text, ...], Meta(min_length=1)]
    effect: Text
    initial: Rated
    controls: Annotated[tuple[Named, ...], Meta(min_length=1)]
    residual: Rated
    status: Literal["open", "controlled"]
    left: Text | None = None
