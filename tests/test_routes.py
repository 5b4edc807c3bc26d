"""From intents and slots to turns."""

import pytest

from skill.questions import SIGNS
from skill.routes import turn_for
from skill.turns import Described


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_that_is_named_in_other_words_than_it_is_denied_is_there(sign: str) -> None:
    """It isn't warm but it is hot: hot counts."""
    assert turn_for("DenySymptomIntent", {"denied_symptom": sign, "symptom": sign}) == Described((sign,))
