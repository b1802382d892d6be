"""No act without a story: whoever adds one to the law adds it to a story, where it is done in the browser."""

from motcua.domain.dossiers import Act
from motcua.rooms.desk.pages import BY_ACT
from tests.stories import test_an_easy_dossier_goes_the_whole_way as easy
from tests.stories import test_dossiers_that_end_otherwise as otherwise

# Filing has its own pages; the clock and a changed calendar act without a page.
PAGELESS = {Act.FILE, Act.TICK, Act.RECKON_ANEW}


def test_the_two_stories_show_every_act_of_the_law():
    assert set(Act) == easy.ACTS | easy.REFUSED | otherwise.ACTS


def test_every_act_of_a_person_has_its_page_at_the_desk():
    assert set(BY_ACT) == set(Act) - PAGELESS
