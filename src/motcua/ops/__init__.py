"""The loops and tools of the operator: database, relay, verification, demo, benchmark."""
