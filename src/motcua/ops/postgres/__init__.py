"""PostgreSQL with nothing to install: `ensure(home)` finds or starts a server and says how to reach it.

Order: DATABASE_URL, a system PostgreSQL from 15 on, the pinned wheel. MOTCUA_POSTGRES = system | wheel narrows it.
In the home lie `postgres-<major>` (the data, of one major version for good), `postgres.json` (which of them is in use,
and its port where a socket's path would be too long), `postgres.password` (mode 600) and `log/postgres.log`.
"""

from motcua.ops.postgres.launcher import Server, Status, ensure, status, stop

__all__ = ["Server", "Status", "ensure", "status", "stop"]
