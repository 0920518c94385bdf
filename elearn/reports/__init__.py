"""Reports for tutors and partners, by name: one module each, columns and a query."""

from collections.abc import Mapping
from types import MappingProxyType

from elearn.reports.jangkauan import JANGKAUAN
from elearn.reports.kelompok import KELOMPOK
from elearn.reports.tertukar import TERTUKAR
from elearn.reports.values import Report

REPORTS: Mapping[str, Report] = MappingProxyType(
    {"kelompok": KELOMPOK, "tertukar": TERTUKAR, "jangkauan": JANGKAUAN}
)
