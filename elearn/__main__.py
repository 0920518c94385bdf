"""`python -m elearn` is the same as `elearn`."""

from elearn.cli import main

main()
