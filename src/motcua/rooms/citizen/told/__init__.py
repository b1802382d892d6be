"""What each event of a dossier says to the applicant, and to anybody with its code. What is missing here is not told.

Two laws. The affairs of the administration (reminders, proposals that nobody let pass, notes, reasons of a hand-over
between colleagues) are nobody's reading here. The public learns that something happened and when, never the reason,
an amount, or what the answer is: those are the applicant's.
"""

from motcua.rooms.citizen.told import counter, endings, money, time, work
from motcua.rooms.citizen.told.scene import Said, Scene

__all__ = ["Said", "Scene", "said_of"]

_TELLERS = counter.TELLERS | work.TELLERS | time.TELLERS | money.TELLERS | endings.TELLERS


def said_of(scene: Scene) -> Said | None:
    """How this page tells the event, or None for an affair of the administration."""
    tell = _TELLERS.get(type(scene.record.event))
    return tell(scene, scene.record.event) if tell else None
