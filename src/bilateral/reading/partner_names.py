"""A partner from a name as somebody wrote it: `Partner.like`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2s
from typing import Final, NamedTuple

import attrs

from bilateral import reference
from bilateral.coercion import limited
from bilateral.errors import AmbiguousText
from bilateral.language.folding import bare, fold, grammar, tidy
from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.language.nominatives import nominative
from bilateral.language.transliteration import transliterated
from bilateral.partners import Partner, PartnerKind
from bilateral.problems import Problem, ValidationError
from bilateral.reading.candidates import PARTNERS, meant
from bilateral.reading.finding import find
from bilateral.reading.index import index
from bilateral.reading.known_names import KnownNames, names_state
from bilateral.reading.ministry_names import ministry_named
from bilateral.reading.parties import Party, read_party
from bilateral.reading.words import Text
from bilateral.reference.partners import country_of
from bilateral.tables import listed, resolve

__all__ = ["Guess", "partner_like", "partner_of"]
