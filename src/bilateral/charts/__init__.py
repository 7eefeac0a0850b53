"""Charts of agreements, which show themselves in notebooks and are saved as SVG and PNG.

They are drawn here, as SVG: nothing is loaded, nothing runs, the same data give the same bytes,
and whoever rests the mouse on a mark reads what it is. PNG needs the extra ``charts``.
"""

from bilateral.charts.calendars import calendar
from bilateral.charts.chart import Chart
from bilateral.charts.counts import counts
from bilateral.charts.coverage import coverage
from bilateral.charts.networks import network
from bilateral.charts.timelines import timeline

__all__ = ["Chart", "calendar", "counts", "coverage", "network", "timeline"]
