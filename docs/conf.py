"""Sphinx settings: nothing here needs the network."""

import importlib.metadata

project = "bilateral"
author = "The bilateral authors"
copyright = f"2025, {author}"
release = importlib.metadata.version("bilateral")

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
]
exclude_patterns = ["_build"]
# The JSON Schema of each version of the wire format, at the root of the pages.
html_extra_path = ["schemas"]

html_theme = "furo"
html_title = f"bilateral {release}"
html_show_sphinx = False

myst_enable_extensions = ["colon_fence", "deflist", "fieldlist", "smartquotes"]
myst_heading_anchors = 3

# Single backquotes in a docstring name a thing that the reference has, or the build fails.
default_role = "any"
nitpicky = True
# The standard library and the dependencies have no entries here, and no inventory is fetched.
nitpick_ignore_regex = [
    (r"py:.*", r"(attr|attrs|babel|cattrs|collections|datetime|decimal|dateutil|enum|io|os)\..*"),
    (r"py:.*", r"(hypothesis|pathlib|types|typing|typing_extensions)\..*"),
    (r"py:.*", r"(django|fastapi|pydantic|pydantic_core|sqlalchemy|starlette)\..*"),
    (r"py:class", r"relativedelta|Locale|Path"),
    # A class that is only loaded when the root of the package is asked for it.
    (r"py:class", r"bilateral\.Term"),
    # What only the inside hands around.
    (r"py:class", r"(bilateral\.language\.lexicon\.)?Lexicon|bilateral\.wire\.fast\.readers\..*"),
    (r"py:class", r"bilateral\.(index\.Index|lifecycle\.lifetimes\.Life|rowsets\.Rows)"),
    (
        r"py:class",
        r"bilateral\.(coercion\.(Checked|Typed)|(concise|display|listings|interchange)\.\w+|frozen\.Frozen)|bilateral\.dates\.words\..*|date",
    ),
    (r"py:class", r"bilateral\.language\.documents\..*"),
    # Names under which annotations have them that only checkers import.
    (r"py:class", r"Names|TermPeriod|AgreementKind|Level|UncertainDay|Day|Deadline|DeadlineKind"),
    (r"any", r"None|KeyError|open|(datetime|dateutil|pandas|pyarrow)(\..*)?"),
    (r"py:class", r"bilateral\.selections\.Index"),
    # The types of words, which are data there (docs/reference/literals.md).
    (r"py:class", r"Day|Lang|NameType|[A-Za-z]+Code"),
    # Bases that are the business of their modules.
    (r"py:class", r"bilateral\.(sqlalchemy|django)\._\w+"),
    # Names in the signatures of SQLAlchemy that only checkers import.
    (r"py:class", r"MapperProperty|_T|_InternalEntityType|AliasedInsp"),
    (r"py:class", r"bilateral\.(problems\._ProblemsError|dossiers\._Indexed)"),
    # The type variables of signatures.
    (r"py:.*", r"bilateral\.((testing|wire\.values)\.T|record_tables\.(T|R|R_co))"),
]

autodoc_default_options = {"members": True, "show-inheritance": True}
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
