"""The lessons that are shipped, read once in each process of a test run."""

import functools

from elearn import paths
from elearn.content.catalogue import Catalogue, load


@functools.cache
def catalogue() -> Catalogue:
    """Return the shipped lessons; nobody changes what is returned."""
    return load(paths.shipped("lessons"))
