"""FastAPI: what goes wrong within an endpoint is told as what is wrong with its arguments.

That endpoints take and return our values needs nothing from here: FastAPI asks pydantic, and
that asks the classes (`bilateral.pydantic`).
"""

from __future__ import annotations

from typing import Any

from bilateral.errors import MissingExtra, UnknownId
from bilateral.problems import ValidationError

try:
    import pydantic_core
    from fastapi import FastAPI
    from fastapi.encoders import jsonable_encoder
    from starlette.requests import Request
    from starlette.responses import JSONResponse
except ImportError:
    raise MissingExtra("fastapi", "fastapi") from None

__all__ = ["answer_problems"]

_UNPROCESSABLE = 422
_NOT_FOUND = 404


def answer_problems(app: FastAPI) -> None:
    """Have an ``app`` answer what its endpoints raise, in the form of FastAPI's own answers.

    A `ValidationError` is answered with 422 and its problems, as if they had been found in the
    arguments; an `UnknownId` with 404. Without this both are errors of the server (500).

    >>> from fastapi import FastAPI
    >>> answer_problems(FastAPI())
    """
    app.add_exception_handler(ValidationError, _unprocessable)
    app.add_exception_handler(UnknownId, _not_found)


def _unprocessable(_: Request, error: Any) -> JSONResponse:
    from bilateral.pydantic import errors_of

    found = pydantic_core.ValidationError.from_exception_data("bilateral", errors_of(error))
    return JSONResponse({"detail": jsonable_encoder(found.errors())}, _UNPROCESSABLE)


def _not_found(_: Request, error: Any) -> JSONResponse:
    return JSONResponse({"detail": str(error)}, _NOT_FOUND)
