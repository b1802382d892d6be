"""What may be filed, where, and through which steps: offerings (province × procedure × decision) and processes."""

from motcua.domain.procedures.actors import ActorText, read_actor
from motcua.domain.procedures.offering import Channel, Level, Offering, Route, Ways, in_force, ways_to_file
from motcua.domain.procedures.process import Process, Role, Step, StepKind
from motcua.domain.procedures.regimes import LEVELS, REGIMES, LevelNames, Regime, levels_on, regime, regime_on
from motcua.domain.procedures.steps import classify

__all__ = [
    "LEVELS",
    "REGIMES",
    "ActorText",
    "Channel",
    "Level",
    "LevelNames",
    "Offering",
    "Process",
    "Regime",
    "Role",
    "Route",
    "Step",
    "StepKind",
    "Ways",
    "classify",
    "in_force",
    "levels_on",
    "read_actor",
    "regime",
    "regime_on",
    "ways_to_file",
]
