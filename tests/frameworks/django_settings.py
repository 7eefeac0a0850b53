"""The settings of Django in the tests: its databases, and an app with models."""

import django
import sqlalchemy as sa
from django.conf import settings

from tests.frameworks.databases import POSTGRESQL, SEARCHED


def _server():
    url = sa.make_url(POSTGRESQL)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": url.database,
        "USER": url.username,
        "HOST": url.query.get("host", url.host),
        "PORT": url.port or "",
        "OPTIONS": SEARCHED,
    }


settings.configure(
    DATABASES={
        "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"},
        **({"postgresql": _server()} if POSTGRESQL else {}),
    },
    INSTALLED_APPS=["tests.frameworks.registers"],
    USE_TZ=True,
)
django.setup()
