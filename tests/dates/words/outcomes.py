"""What comes of reading a text."""

from bilateral import AmbiguousText, ValidationError


def outcome(read, *args):
    """The reading as text, or an exclamation mark and why there is none."""
    try:
        return str(read(*args))
    except AmbiguousText:
        return "!ambiguous"
    except ValidationError as error:
        return f"!{error.problems[0].code}"
