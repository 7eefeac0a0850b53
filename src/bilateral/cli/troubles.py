"""What went wrong, in a line in the language of the user."""

from __future__ import annotations

from typing import Final

import bilateral as bl
from bilateral.cli.words import Words
from bilateral.problems import printable

__all__ = ["EXPECTED", "told"]

# So many problems are enough of what is no register.
_FEW: Final = 3
# The words for what the system says.
_SYSTEM: Final = {
    FileNotFoundError: "absent",
    IsADirectoryError: "folder",
    NotADirectoryError: "no_folder",
    PermissionError: "forbidden",
}
#: What may go wrong without being a fault of the package.
EXPECTED: Final = (
    *(bl.ValidationError, bl.UnknownFormat, bl.UnknownId, bl.UnknownCode, bl.UnknownLanguage),
    *(bl.MissingExtra, bl.MissingForm, bl.AmbiguousText, bl.UnreadText, OSError),
)


def told(error: Exception, words: Words) -> str:
    """The sentence for an error, and the notes that were added to it."""
    notes = getattr(error, "__notes__", ())
    if isinstance(error, bl.ValidationError) and notes:
        return "\n".join((error.text(words.lang, _FEW), *notes))
    return "\n".join((_sentence(error, words), *notes))


def _sentence(error: Exception, words: Words) -> str:  # noqa: PLR0911 - a case an error
    match error:
        case bl.ValidationError():
            return error.text(words.lang)
        case bl.UnknownFormat(name=name, known=known, advice=None):
            return words("format", name=name, known=", ".join(known))
        case bl.UnknownFormat(name=name):
            return words(_row_for(name), name=name)
        case bl.MissingExtra(extra=extra, library=library):
            return words("library", extra=extra, library=library)
        case bl.UnknownId(id=id_, hint=hint):
            return words("unknown_id", id=id_) + words.hint(hint)
        case bl.UnknownCode(code=code, hint=hint):
            return words("unknown_code", code=code) + words.hint(hint)
        case bl.UnknownLanguage(lang=lang, known=known):
            return words("unknown_language", lang=lang, known=", ".join(known))
        case bl.AmbiguousText(value=value, readings=readings):
            return words("ambiguous", value=value, readings=", ".join(readings))
        case OSError(filename=str(file)):
            rows = (row for kind, row in _SYSTEM.items() if isinstance(error, kind))
            return words(next(rows, "other"), file=file, reason=error.strerror)
        case _:
            return printable(str(error))


def _row_for(suffix: str) -> str:
    """The row that says what to do with a file of another program."""
    from bilateral.wire.registry import OTHER_TEXTS

    return "text_of_others" if suffix in OTHER_TEXTS else "format_of_others"
