"""Charts on pages: the directive ``chart`` draws what its line of code makes.

The code goes on where the Python blocks above it ended, in the language of the page.
"""

from __future__ import annotations

import doctest
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.parsers.rst import Directive
from sphinx.application import Sphinx
from translated import FENCE

from bilateral import options


class ChartDirective(Directive):
    """A block with an expression, below Python blocks that make its names."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """The chart as it stands in a notebook: it has the colours of the page."""
        environment = self.state.document.settings.env
        above = Path(environment.doc2path(environment.docname)).read_text(encoding="utf-8")
        above = "\n".join(above.split("\n")[: self.lineno - 1])
        names: dict[str, object] = {}
        with options.using(lang=environment.config.language):
            for match in FENCE.finditer(above):
                if match["language"] == "python":
                    run_examples(match["text"], names)
            chart: Any = eval("\n".join(self.content), names)  # noqa: S307 - our own pages
        picture = f'<div class="chart">{chart._repr_html_()}</div>'
        return [nodes.raw("", picture, format="html")]


def run_examples(block: str, names: dict[str, object]) -> None:
    """Run the lines with prompts; what they print is for the tests to compare."""
    for example in doctest.DocTestParser().get_examples(block):
        exec(example.source, names)  # noqa: S102 - our own pages


def setup(app: Sphinx) -> dict[str, Any]:
    """Add the directive."""
    app.add_directive("chart", ChartDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
