"""What may be filed, where, and through which steps: offerings (province × procedure × decision) and processes."""

from motcua.domain.procedures.actors import ActorText, read_actor
from motcua.domain.procedures.offering import Channel, Level, Offering, Route, Ways, in_force, ways_to_file
from motcua.domain.procedures.process import Process, Role, Step, StepKind
from motcua.domain.procedures.steps import classify

__all__ = [
    "ActorText",
    "Channel",
    "Level",
    "Offering",
    "Process",
    "Role",
    "Route",
    "Step",
    "StepKind",
    "Ways",
    "classify",
    "in_force",
    "read_actor",
    "ways_to_file",
]
