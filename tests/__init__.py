"""The tests, in the rooms of the package. They speak and hear the frozen words of tests/content, not skill/content.

So an editor's change turns no test red: pytest tests the code, `skill check` the content, `make golden` freezes anew.
"""

import os
from pathlib import Path

# Before anything imports skill; other processes that a test starts inherit it.
os.environ["LEG_CHECK_CONTENT"] = str(Path(__file__).parent / "content")
