"""What holds for every test. The database is found earlier than this, by the plugin `tests.database`."""

import pytest

from tests import seed
from tests.browser import chromium

__all__ = ["chromium"]


@pytest.fixture
def world(transactional_db: None) -> seed.World:
    """The named people of `tests.seed` in a real database; each act commits, as in production."""
    return seed.world()
