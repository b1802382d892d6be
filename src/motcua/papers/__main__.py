"""`python -m motcua.papers TIMESTAMP`: a document's JSON on stdin, its PDF on stdout. Called by `typesetting` alone."""

import sys

from motcua.papers.typesetting import compiled

sys.stdout.buffer.write(compiled(sys.stdin.buffer.read().decode(), int(sys.argv[1])))
