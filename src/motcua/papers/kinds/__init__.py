"""One module a paper: its values, and the lines that its template prints."""
