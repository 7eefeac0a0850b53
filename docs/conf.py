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
    "charts",
    "languages",
    "signatures",
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.intersphinx",
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
pygments_style = "github-light-high-contrast"
pygments_dark_style = "github-dark-high-contrast"
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
nitpick_ignore_regex = [
    # Type variables, and names that only checkers import.
    (r"py:(class|obj)", r"bilateral\.[\w.]+\.(T|R|T_co|R_co)|_T|_InternalEntityType|AliasedInsp"),
    (r"py:class", r"MapperProperty|Path|relativedelta|.*Mapping\[str"),
    # What only the inside hands around.
    (r"py:class", r"bilateral\.(wire\.fast|dates\.words|display|index|rowsets)\..*|StructReaders"),
    # Where these libraries keep what they document under another name.
    (r"py:class", r"(django|fastapi\.applications|pydantic_core|sqlalchemy)\..*"),
]
# The names of other libraries that the pages use, and where their documentation has them: plain
# text, so that nothing is fetched.
intersphinx_mapping = {
    name: (address, f"inventories/{name}.inv")
    for name, address in {
        "cattrs": "https://catt.rs/en/stable",
        "dateutil": "https://dateutil.readthedocs.io/en/stable",
        "hypothesis": "https://hypothesis.readthedocs.io/en/latest",
        "pandas": "https://pandas.pydata.org/docs",
        "pyarrow": "https://arrow.apache.org/docs",
        "python": "https://docs.python.org/3",
    }.items()
}

python_maximum_signature_line_length = 88
python_use_unqualified_type_names = True
autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
