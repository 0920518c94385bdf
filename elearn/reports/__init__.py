"""Reports for tutors and partners, by name: one module each, columns and a query."""

from collections.abc import Mapping
from types import MappingProxyType

REPORTS: Mapping[str, object] = MappingProxyType({})
