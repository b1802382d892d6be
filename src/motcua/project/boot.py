"""Starts Django for a command: finds or starts the database first, since settings read its address."""

import os


def boot() -> None:
    """After this, models and use cases can be imported. Uses DATABASE_URL, else the server of MOTCUA_HOME."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.project.settings")
    if "DATABASE_URL" not in os.environ:
        from motcua.ops import postgres
        from motcua.ops.home import home

        os.environ["DATABASE_URL"] = postgres.ensure(home()).dsn
    import django

    django.setup()
