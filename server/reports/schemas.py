"""What is asked of a download beyond the figures' own filters."""

from server.fields import Code
from server.figures.schemas import RollupQuery
from server.reports.coverage_list import FILTERS


class CoverageFileQuery(RollupQuery):
    """`only`: the hamlets of one state of the last month, or all `without` a session in it."""

    only = Code(FILTERS)
