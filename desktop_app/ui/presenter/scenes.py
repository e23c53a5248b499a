"""Where a talk is: its public scenes in their order, and which of them is in front."""

from __future__ import annotations

from desktop_app.domain import talk
from desktop_app.domain.scenes import Scene
from desktop_app.domain.views import View


class Running:
    """The scenes as an audience may see them: without notes, and without those that are not public.

    It remembers the scene by its id, so that one added or moved meanwhile does not change what is in front.
    """

    def __init__(self, public: View, start: str = "") -> None:
        self._public = public
        self.scenes = talk.in_order(public.every(Scene))
        self.at = next((place for place, scene in enumerate(self.scenes) if scene.id == start), 0)
        """Place of the scene in front, from 0."""

    @property
    def scene(self) -> Scene:
        """The scene in front; one of no words where there is none any more."""
        return self.scenes[self.at] if self.scenes else Scene(id="")

    @property
    def next(self) -> Scene | None:
        """The scene after the one in front."""
        return self.scenes[self.at + 1] if self.at + 1 < len(self.scenes) else None

    def go_to(self, place: int) -> bool:
        """Go to a place counted from 0; False where there is no such scene, or it is in front already."""
        if not 0 <= place < len(self.scenes) or place == self.at:
            return False
        self.at = place
        return True

    def renew(self) -> None:
        """Take in what was added, moved or taken away; the scene in front stays if it is still there."""
        here = self.scene.id
        self.scenes = talk.in_order(self._public.every(Scene))
        found = next((place for place, scene in enumerate(self.scenes) if scene.id == here), None)
        self.at = min(self.at, max(len(self.scenes) - 1, 0)) if found is None else found
