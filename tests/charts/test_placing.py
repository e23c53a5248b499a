from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.charts.placing import Box, first_free, spread

PAGE = Box(0, 0, 100, 100)


class TestFirstFree:
    def test_takes_the_first_place_that_meets_nothing(self) -> None:
        places = [Box(0, 0, 10, 10), Box(20, 0, 10, 10), Box(40, 0, 10, 10)]
        assert first_free(places, [Box(5, 5, 10, 10)], PAGE) == places[1]

    def test_a_shared_edge_is_not_a_meeting(self) -> None:
        assert first_free([Box(10, 0, 10, 10)], [Box(0, 0, 10, 10)], PAGE) == Box(10, 0, 10, 10)

    def test_nothing_runs_over_the_edge(self) -> None:
        assert first_free([Box(95, 0, 10, 10), Box(0, -1, 10, 10)], [], PAGE) is None


class TestSpread:
    def test_labels_with_room_stand_where_they_were_wished(self) -> None:
        assert spread([20, 60], [10, 10], 0, 100) == [15, 55]

    def test_two_labels_for_one_spot_stand_on_either_side_of_it(self) -> None:
        assert spread([50, 50], [10, 10], 0, 100) == [40, 50]

    def test_labels_stay_inside(self) -> None:
        assert spread([0, 100], [10, 10], 0, 100) == [0, 90]

    @given(
        st.lists(st.floats(0, 300), max_size=8).flatmap(
            lambda wished: st.tuples(
                st.just(wished), st.lists(st.floats(1, 30), min_size=len(wished), max_size=len(wished))
            )
        )
    )
    def test_no_label_covers_another_and_none_changes_places(
        self, wishes: tuple[list[float], list[float]]
    ) -> None:
        wished, heights = wishes
        placed = spread(wished, heights, 0, 300)
        order = sorted(range(len(wished)), key=lambda index: (wished[index], index))
        for upper, lower in itertools.pairwise(order):
            assert placed[upper] + heights[upper] <= placed[lower] + 1e-6
        assert all(top >= 0 for top in placed)
        assert all(placed[i] + heights[i] <= 300 + 1e-6 for i in order)
