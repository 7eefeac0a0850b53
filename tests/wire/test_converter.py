"""Converters for users of cattrs, and libraries that are not installed."""

import sys

import pytest

import bilateral as bl
from bilateral import Dossier, MissingExtra, UnknownFormat, ValidationError
from tests.wire.helpers import without


@pytest.mark.parametrize(
    ("name", "library"), [("toml", "tomli_w"), ("msgpack", "msgpack"), ("yaml", "ruamel.yaml")]
)
def test_a_missing_library_is_named_with_its_extra(name, library):
    with without(library), pytest.raises(MissingExtra, match=name):
        bl.dumps(Dossier(), name)


class TestConverter:
    @pytest.mark.parametrize("name", ["json", "orjson", "msgpack", "msgspec"])
    def test_the_ready_converters_of_cattrs_have_our_hooks(self, name, plan):
        pytest.importorskip("msgspec")
        converter = bl.converter(name)
        content = converter.dumps(plan)

        assert converter.loads(content, bl.Agreement) == plan
        old, new = ("roadmap", "roadmop") if isinstance(content, str) else (b"roadmap", b"roadmop")
        with pytest.raises(ValidationError):
            converter.loads(content.replace(old, new), bl.Agreement)

    def test_an_unknown_converter_or_one_without_its_library_is_named(self):
        with pytest.raises(UnknownFormat, match="orjson"):
            bl.converter("xml")
        sys.modules.pop("cattrs.preconf.orjson", None)
        with without("orjson"), pytest.raises(MissingExtra, match="orjson"):
            bl.converter("orjson")
