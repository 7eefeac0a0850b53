"""The commands of ``bilateral``; each only calls what the package has."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from bilateral import __version__
from bilateral.cli import answers, completion, files, names, showing
from bilateral.cli.parser import Options, Parser
from bilateral.cli.terminal import use_utf_8
from bilateral.cli.words import UsageError, Words, language_of

__all__ = ["main", "parser_of"]

# As a shell has it: 128 and the number of the signal.
_INTERRUPTED, _NOT_READ = 130, 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns the exit status: 0 good, 1 problems in a file, 2 wrong usage, 130 interrupted, 141
    if nobody reads what is printed any more.
    """
    use_utf_8()
    given = sys.argv[1:] if arguments is None else arguments
    words = Words(language_of(given, os.environ))
    parser = parser_of(words)
    if completion.is_asked():
        completion.complete(parser)
    options = parser.parse_args(given)
    options.words = words
    try:
        return _run(options)
    except KeyboardInterrupt:
        print(words("interrupted"), file=sys.stderr)
        return _INTERRUPTED
    except BrokenPipeError:
        # Python would try once more at its end, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _NOT_READ
    except UsageError as error:
        command: Parser = options.parser
        command.error(str(error))
    except Exception as error:
        from bilateral.cli.troubles import EXPECTED, told

        if not isinstance(error, EXPECTED):
            raise
        print(told(error, words), file=sys.stderr)
        return 1


def _run(options: Options) -> int:
    status: int = options.run(options)
    sys.stdout.flush()
    return status


def parser_of(words: Words) -> Parser:
    """The parser for all commands, in the language of the words."""
    parser = Parser(
        words, set(), "bilateral", description=words("description"), epilog=words("epilog")
    )
    parser.set_defaults(run=showing.example)
    for room in (showing, files, answers, names, completion):
        room.add(parser)
    parser.common_options(default=None)
    parser.option("-V", "--version", action="version", version=f"bilateral {__version__}")
    return parser
