"""The genres of published decisions, each read from blocks: catalogues of procedures, internal processes."""
