"""How the tests of EDTF say what a text is."""

import pytest

from bilateral.problems import ValidationError


def code(parse, text):
    with pytest.raises(ValidationError) as caught:
        parse(text)
    (problem,) = caught.value.problems
    assert problem.value in (text, *text.split("/"))
    return problem.code
