"""What changes whom to call and what to say beside the urgency: who the person is, and what was found. Pure."""

from typing import Literal

from skill.rules.questions import STRONG_SIGNS, Answer, Answers

Circumstance = Literal["child", "pregnant", "cancer", "thinners", "care", "arm", "elsewhere", "fever", "both"]


def circumstances(answers: Answers) -> tuple[Circumstance, ...]:
    """Name what is special about this person, the most telling first.

    answers: question id -> Answer. `care` stands for "cancer or a blood thinner" where it is not known which.
    """

    def given(*questions: str) -> bool:
        return any(answers.get(question, Answer.NO) is not Answer.NO for question in questions)

    def there(question: str) -> bool:
        return answers.get(question) is Answer.YES

    one_sided = given(*STRONG_SIGNS, "tenderness")
    holds: dict[Circumstance, bool] = {
        "child": there("child"),
        "pregnant": there("pregnant"),
        "cancer": there("cancer"),
        "thinners": there("thinners"),
        "care": there("care")
        and answers.get("pregnant") is Answer.NO
        and not there("cancer")
        and not there("thinners"),
        "arm": given("arm"),
        "elsewhere": given("elsewhere") and not one_sided and not given("both_or_cramps", "both_new"),
        "fever": given("unwell", "very_ill") and not one_sided,
        "both": given("both_or_cramps", "both_new") and not one_sided,
    }
    return tuple(name for name, is_so in holds.items() if is_so)
