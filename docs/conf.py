"""Sphinx settings: nothing here needs the network."""

import importlib.metadata
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "bilateral"
author = "The bilateral authors"
copyright = f"2025, {author}"
release = importlib.metadata.version("bilateral")

extensions = [
    "languages",
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx_copybutton",
    "sphinx_design",
]
exclude_patterns = ["_build", "_ext", "_templates", "readme.md"]
templates_path = ["_templates"]

# `-D language=de` builds the German pages, from the catalogues of tools/write_catalogues.py.
language = "en"
locale_dirs = ["locales"]
gettext_compact = False

# A notebook is stored without results, and runs at every build, in the language of the pages.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_merge_streams = True

# Prompts and results are not copied.
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True
copybutton_only_copy_prompt_lines = True
# The JSON Schema of each version of the wire format, at the root of the pages.
html_extra_path = ["schemas"]

html_theme = "furo"
html_title = f"bilateral {release}"
html_show_sphinx = False
html_static_path = ["_static"]
html_css_files = ["pages.css"]
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/search.html",
        "sidebar/languages.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}

myst_enable_extensions = ["colon_fence", "deflist", "fieldlist", "smartquotes"]
myst_heading_anchors = 3

# Single backquotes in a docstring name a thing that the reference has, or the build fails.
default_role = "any"
nitpicky = True
# The standard library and the dependencies have no entries here, and no inventory is fetched.
nitpick_ignore_regex = [
    (r"py:.*", r"(attr|attrs|babel|cattrs|collections|datetime|decimal|dateutil|enum|io|os)\..*"),
    (r"py:.*", r"(hypothesis|pathlib|types|typing|typing_extensions)\..*"),
    (r"py:.*", r"(fastapi|pydantic|pydantic_core|sqlalchemy|starlette)\..*"),
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
    (r"py:class", r"bilateral\.sqlalchemy\._\w+"),
    # Names in the signatures of SQLAlchemy that only checkers import.
    (r"py:class", r"MapperProperty|_T|_InternalEntityType|AliasedInsp"),
    (r"py:class", r"bilateral\.(problems\._ProblemsError|dossiers\._Indexed)"),
    # The type variables of signatures.
    (r"py:.*", r"bilateral\.((testing|wire\.values)\.T|catalogue\.T_co|record_tables\.(T|R|R_co))"),
]

autodoc_default_options = {"members": True, "show-inheritance": True}
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
