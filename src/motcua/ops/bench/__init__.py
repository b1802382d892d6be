"""`make bench`: acts per second beside their floor and beside peers, due dates per second, all in one run.

Each row is measured on the same server, in the same minutes, on a database of its own. The floor is pgbench sending
the very statements of one case, so what lies between it and us is ours: rules, JSON, Python.
"""
