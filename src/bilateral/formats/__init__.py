"""Reading and writing dossiers: one module a format, one table that names them."""

from bilateral.formats.files import dump, dumps, load, loads, stream
from bilateral.wire.documents import Limits
from bilateral.wire.registry import (
    FORMATS,
    Codec,
    Format,
    StreamingCodec,
    formats,
    register,
)

__all__ = [
    "FORMATS",
    "Codec",
    "Format",
    "Limits",
    "StreamingCodec",
    "dump",
    "dumps",
    "formats",
    "load",
    "loads",
    "register",
    "stream",
]
