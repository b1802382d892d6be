"""Files and receives dossiers until it is killed, printing each answer only after it got it: `python -m tests.store.worker`."""

import sys

from motcua.project.boot import boot


def main() -> None:
    boot()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from motcua.domain.dossiers import Actor
    from motcua.domain.procedures import Channel, Role
    from motcua.records.directory.models import Unit
    from motcua.usecases import acts, filing
    from motcua.usecases.execute import Target
    from tests import seed
    from tests.world import at

    if not Unit.objects.exists():
        seed.world()
    dat = Actor("1", Role.RECEPTION, "H14.20")
    while True:
        app = seed.application()
        by = Actor(str(app.pk), Role.APPLICANT, "")
        head = filing.file(
            province="H14",
            application=app.pk,
            offering=app.offering,
            receiver="H14.20",
            channel=Channel.ONLINE,
            by=by,
            at=at("2026-11-12 08:15"),
        ).head
        print(f"filed {head.code}", flush=True)
        acts.receive(Target("H14", head.code), dat, at("2026-11-12 10:00"))
        print(f"received {head.code}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
