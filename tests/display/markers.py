"""HTML as a parser sees it."""

from html.parser import HTMLParser

TAGS = {"table", "caption", "thead", "tbody", "tr", "th", "td", "span", "br", "details", "summary"}
ATTRIBUTES = {"scope", "lang", "dir", "style"}
STYLES = {"text-align:left", "vertical-align:top", "white-space:nowrap"}
STYLES |= {"margin:0 0 1em", "min-width:10em", "font-weight:bold", "font-weight:normal"}


class Outline(HTMLParser):
    """The tags of a page, all closed, with nothing to run or to load and no colours."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        assert tag in TAGS
        assert found.keys() <= ATTRIBUTES
        assert {*(found.get("style") or "text-align:left").split(";")} <= STYLES
        self.seen.append((tag, found))
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def of(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of each of some tags."""
        return [found for name, found in self.seen if name == tag]
