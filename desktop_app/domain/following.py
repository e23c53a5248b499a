"""What is known in a view, kept up to date by what changes there instead of being looked through again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from desktop_app.domain.cited import Cited
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.kept_flows import KeptFlow
from desktop_app.domain.kept_totals import KeptTotals
from desktop_app.domain.measures import Measure
from desktop_app.domain.readings import Known, Series, Weight, counts
from desktop_app.domain.sources import Source
from desktop_app.domain.steps import Step
from desktop_app.domain.views import View

_MANY = 0.25
"""Where more than this share of the figures changed, looking through all of them is quicker."""


class Following(Known):
    """The figures that count in a view that changes. `cited` knows which figures below it cite a source.

    It equals `Known(view)` at each moment after it has been told of everything: by `take` of each step below
    (after `cited` has taken it), by `see_otherwise` of what the view shows otherwise for another reason.
    Series it was once asked for are kept, and a change costs only the measure, and in it the days, that it
    touches.

    `whole` is an account of the same records before some were left out or stripped. Where figures that say
    the same of a measure count in both, its series are the same: those of the whole are lent.
    """

    def __init__(self, view: View, cited: Cited | None = None, whole: Following | None = None) -> None:
        self._cited = Cited(view) if cited is None else cited
        self._whole = whole
        self._alike: dict[str, tuple[object, object, bool]] = {}
        super().__init__(view)
        if whole is not None:
            self.shared = whole.shared

    def revisers(self, id: str) -> list[Figure]:
        """The known figures that say they revise the one with this id."""
        return [self._seen[one] for one in sorted(self._revisers.get(id, ()))]

    def _flow(self, measure: str) -> KeptFlow:
        kept = self._flows.get(measure)
        if kept is None:
            kept = self._flows[measure] = KeptFlow(self, measure)
        return kept

    def _look_through(self) -> None:
        super()._look_through()
        self._flows: dict[str, KeptFlow] = {}
        self._totals: dict[str, KeptTotals] = {}
        self._weights: dict[str, Weight] = {}
        self._states: dict[str, object] = {}
        self._about: defaultdict[str, dict[str, Figure]] | None = None
        self._superseded = set(self.superseded)
        self.superseded = self._superseded
        self._revisers: dict[str, set[str]] = defaultdict(set)
        for figure in self._seen.values():
            if figure.revises:
                self._revisers[figure.revises].add(figure.id)

    def about(self, measure: str) -> Collection[Figure]:
        """All known figures of a measure, also those that do not count."""
        if self._about is None:
            self._about = defaultdict(dict)
            for id, figure in self._seen.items():
                self._about[figure.measure][id] = figure
        return self._about[measure].values()

    def weight(self, figure: Figure) -> Weight:
        """What decides which figure is drawn; worked out once for each figure that counts."""
        weight = self._weights.get(figure.id)
        if weight is None:
            weight = self._weights[figure.id] = super().weight(figure)
        return weight

    def kept_flow(self, measure: str) -> Series | None:
        """The line of counts of a measure, as it is now."""
        if self._whole is not None and self._is_as_in(self._whole, measure):
            return self._whole.kept_flow(measure)
        return self._flow(measure).series

    def kept_totals(self, measure: str) -> tuple[Series, ...] | None:
        """The running totals of a measure, as they are now."""
        if self._whole is not None and self._is_as_in(self._whole, measure):
            return self._whole.kept_totals(measure)
        kept = self._totals.get(measure)
        if kept is None:
            kept = self._totals[measure] = KeptTotals(self, measure)
        return kept.series

    def _is_as_in(self, whole: Following, measure: str) -> bool:
        """Whether figures that say the same count in both: then their sources are to be seen in both too."""
        mine, its = self._state(measure), whole._state(measure)
        known = self._alike.get(measure)
        if known is None or known[0] is not mine or known[1] is not its:
            here, there = self._by_measure.get(measure, {}), whole._by_measure.get(measure, {})
            known = (mine, its, here == there)
            self._alike[measure] = known
        return known[2]

    def _state(self, measure: str) -> object:
        """Something that is another object whenever the figures of a measure have changed."""
        return self._states.setdefault(measure, object())

    def take(self, step: Step) -> None:
        """Follow a step that was kept in the workspace below."""
        of_kind: dict[type, set[str]] = {Figure: set(), Source: set(), Measure: set()}
        for edit in step.edits:
            if edit.kind in of_kind:
                of_kind[edit.kind].add(edit.id)
        self.see_otherwise(of_kind[Figure], of_kind[Source], of_kind[Measure])

    def see_otherwise(
        self, figures: Collection[str], sources: Collection[str] = (), measures: Collection[str] = ()
    ) -> None:
        """Look again at the records with these ids: they have changed, or the view shows them otherwise."""
        for measure in measures:
            if measure in self._totals:
                self._totals[measure].group_again()
        if sources:
            self._note_sources_again(sources)
            self._see_again({*figures, *self._cited.by(sources)}, weigh=True)
        else:
            self._see_again(figures, weigh=False)

    def _see_again(self, ids: Collection[str], *, weigh: bool) -> None:
        """With `weigh` also figures that are as before may weigh differently: their sources have changed."""
        if len(ids) > _MANY * len(self._seen) + 1000:
            self._look_through()
            return
        get, seen = self.view.get, self._seen
        changed: list[tuple[Figure | None, Figure | None]] = []
        for id in ids:
            before, now = seen.get(id), get(Figure, id)
            if weigh or before != now:
                changed.append((before, now))
        if changed:
            self._change(changed, weigh=weigh)

    def _change(self, changed: list[tuple[Figure | None, Figure | None]], *, weigh: bool) -> None:
        revised: set[str] = set()
        before: dict[str, Figure] = {}
        for old, new in changed:
            one = old or new
            if one is not None and (counted := self._counted(one.id)) is not None:
                before[one.id] = counted
            self._hold(old, new, revised)
        for id in self._revised_by(revised):
            if id not in before and (counted := self._counted(id)) is not None:
                before[id] = counted
            self._judge(id)
        ids = {one.id for pair in changed for one in pair if one is not None} | before.keys()
        self._count_again({*ids, *self._revised_by(revised)}, before, weigh=weigh)

    def _hold(self, old: Figure | None, new: Figure | None, revised: set[str]) -> None:
        """Keep the figure as it is seen now, and note whose standing that may decide."""
        if old is not None:
            self._revisers[old.revises].discard(old.id)
            revised.add(old.revises)
            if self._about is not None and (new is None or new.measure != old.measure):
                self._about[old.measure].pop(old.id, None)
        if new is None:
            if old is not None:
                del self._seen[old.id]
            return
        self._seen[new.id] = new
        if self._about is not None:
            self._about[new.measure][new.id] = new
        revised.add(new.revises)
        if new.revises:
            self._revisers[new.revises].add(new.id)

    def _revised_by(self, ids: Iterable[str]) -> list[str]:
        """These ids, and what the figures with them had revised in turn."""
        found: dict[str, None] = {}
        for start in ids:
            id = start
            while id and id not in found:
                found[id] = None
                figure = self._seen.get(id)
                id = "" if figure is None else figure.revises
        return list(found)

    def _judge(self, id: str) -> None:
        """Decide again whether a known figure revises this one, by itself or by way of deprecated ones."""
        waiting, looked_at = [id], {id}
        while waiting:
            revised = waiting.pop()
            for reviser in self._revisers.get(revised, ()):
                if reviser == revised:
                    continue
                if self._seen[reviser].rank is not Rank.DEPRECATED:
                    self._superseded.add(id)
                    return
                if reviser not in looked_at:
                    looked_at.add(reviser)
                    waiting.append(reviser)
        self._superseded.discard(id)

    def _counted(self, id: str) -> Figure | None:
        """The figure as it counts at this moment."""
        figure = self._seen.get(id)
        return None if figure is None else self._by_measure.get(figure.measure, {}).get(id)

    def _count_again(self, ids: Collection[str], before: dict[str, Figure], *, weigh: bool) -> None:
        gone: dict[str, list[Figure]] = defaultdict(list)
        come: dict[str, list[Figure]] = defaultdict(list)
        for id in ids:
            self._weights.pop(id, None)
            figure, was = self._seen.get(id), before.get(id)
            now = figure if figure is not None and id not in self._superseded and counts(figure) else None
            if now is was and not weigh:
                continue
            if was is not None:
                gone[was.measure].append(was)
            if now is not None:
                come[now.measure].append(now)
        for measure in gone.keys() | come.keys():
            self._of_measure(measure, gone[measure], come[measure])

    def _of_measure(self, measure: str, gone: list[Figure], come: list[Figure]) -> None:
        self._states.pop(measure, None)
        figures = self._by_measure.setdefault(measure, {})
        staying = {figure.id for figure in come}
        for figure in gone:
            if figure.id not in staying:
                figures.pop(figure.id, None)
        figures.update((figure.id, figure) for figure in come)
        if not figures:
            del self._by_measure[measure]
        if measure in self._flows:
            self._flows[measure].change(gone, come)
        if measure in self._totals:
            self._totals[measure].change(gone, come)

    def _note_sources_again(self, ids: Iterable[str]) -> None:
        for id in ids:
            self._official.discard(id)
            self._reliability.pop(id, None)
            source = self.view.get(Source, id)
            if source is not None:
                self._note_source(source)
