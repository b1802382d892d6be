"""Where everything that Motcua writes on this machine lies."""

import os
from pathlib import Path

import motcua


def home() -> Path:
    """`MOTCUA_HOME`, else `.motcua` in the project folder; an installed package has none: then in the current folder."""
    if chosen := os.environ.get("MOTCUA_HOME"):
        return Path(chosen).expanduser().absolute()
    project = Path(motcua.__file__).parents[2]
    return (project if (project / "pyproject.toml").exists() else Path.cwd()) / ".motcua"
