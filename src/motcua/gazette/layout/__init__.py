"""From text to blocks: which layout a stretch of text is in, and its tables with recognised columns."""
