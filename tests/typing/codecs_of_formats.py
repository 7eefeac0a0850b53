"""What stands behind the formats has the functions that the table of formats asks for."""

from bilateral.formats import (
    Codec,
    Format,
    StreamingCodec,
    csv,
    html,
    icalendar,
    json,
    jsonl,
    markdown,
    msgpack,
    toml,
    tsv,
    xlsm,
    xlsx,
    yaml,
)
from bilateral.wire.registry import DirectCodec, ReadingCodec, WritingCodec

both: list[Codec] = [json, yaml, toml, msgpack, csv, tsv, xlsx]
reading: ReadingCodec = xlsm
writing: list[WritingCodec] = [html, markdown, icalendar]
streaming: StreamingCodec = jsonl
direct: DirectCodec = json
own = Format("own", (".own",), codec=html)
