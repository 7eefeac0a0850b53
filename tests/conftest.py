"""What several test files use."""

import gc
import os

import pytest
from hypothesis import HealthCheck, settings

from bilateral import Agreement, Partner, options, tables

# Whoever runs the tests, and on whatever terminal: the commands speak English, and do not fit it.
os.environ["BILATERAL_LANG"] = "en"
os.environ.pop("COLUMNS", None)

# What thousands of tests are made of stays to the end: the collector need not look so often.
# Nothing is frozen, as an older Hypothesis looks there for its own objects.
gc.set_threshold(50_000)

# Laws hold or do not hold; how fast they are checked depends on what else the machine does.
_CALM = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
# The same examples every time: on a later day, too, the suite says what it says today.
settings.register_profile("quick", max_examples=20, derandomize=True, **_CALM)
settings.register_profile("thorough", max_examples=100, derandomize=True, **_CALM)
# New ones every time, for whoever looks for what nobody has thought of.
settings.register_profile("search", max_examples=500, **_CALM)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@pytest.fixture
def minsk() -> Partner:
    """The executive committee of Minsk."""
    return Partner.city_government("BY-HM")


@pytest.fixture
def astana() -> Partner:
    """The akimat of Astana."""
    return Partner.city_government("KZ-71")


@pytest.fixture
def plan(minsk: Partner, astana: Partner) -> Agreement:
    """A roadmap of the two."""
    return Agreement(
        id="plan",
        kind="roadmap",
        sides=(minsk, astana),
        sectors=["trade", "economy"],
        period="2026/2028",
    )


def problems_of(error: object) -> list[tuple[str, str]]:
    """Where and what, for each problem of a caught `ValidationError`."""
    return [(one.where, one.code) for one in error.value.problems]


@pytest.fixture(autouse=True)
def _no_language_stays():
    """Languages that a test or an example adds are gone after it."""
    yield
    del tables._known[1:]


@pytest.fixture(autouse=True)
def _english_again():
    """The language that a test or a page chooses for what shows itself is chosen for it alone."""
    yield
    options.lang = "en"
