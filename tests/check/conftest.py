"""What the tests of `skill check` share."""

from pathlib import Path

import pytest

from tests.check import weighed_store


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Make a store whose words and rules have been weighed."""
    return weighed_store.make(tmp_path)
