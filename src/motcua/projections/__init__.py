"""Tables we READ, all rebuildable from events: `project` fills them, `queries` is what screens may use."""
