"""Tables we WRITE: each room owns its tables and nobody else's."""
