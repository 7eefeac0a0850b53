"""Endpoints of FastAPI that take and return our values."""

import importlib
import sys
from typing import Annotated

import attrs
import pytest
from fastapi import Body, FastAPI
from fastapi.testclient import TestClient
from jsonschema import Draft202012Validator

import bilateral as bl
from bilateral.examples import astana_2025
from bilateral.fastapi import answer_problems
from tests.wire.helpers import without

app = FastAPI(separate_input_output_schemas=False)


@app.get("/agreements/{id}")
def agreement(id: str) -> bl.Agreement:
    return astana_2025()[id]


@app.post("/agreements")
def add(new: Annotated[bl.Agreement, Body()]) -> bl.Dossier:
    return astana_2025().with_(new)


@app.put("/dossier")
def put(dossier: Annotated[bl.Dossier, Body()]) -> bl.Dossier:
    return dossier


@app.get("/periods")
def periods(
    on: bl.PartialDate, kind: bl.AgreementKind = bl.AgreementKind.ROADMAP
) -> dict[str, bl.Period | None]:
    return {one.id: one.period for one in astana_2025().active(on).of_kind(kind)}


@pytest.fixture
def client():
    """One that is told of errors of the server as its users are."""
    return TestClient(app, raise_server_exceptions=False)


@pytest.fixture
def answering(monkeypatch):
    """The same app with our handlers."""
    monkeypatch.setattr(app, "exception_handlers", dict(app.exception_handlers))
    monkeypatch.setattr(app, "middleware_stack", None)
    answer_problems(app)
    yield TestClient(app, raise_server_exceptions=False)
    app.middleware_stack = None


def found(answer):
    return [(one["loc"], one["type"]) for one in answer.json()["detail"]]


class TestEndpoints:
    def test_an_agreement_comes_in_and_goes_out_as_on_the_wire(self, client):
        known = astana_2025().agreements[1]
        new = attrs.evolve(known, id="new")
        answer = client.post("/agreements", json=new.to_dict())
        assert answer.status_code == 200
        assert bl.Dossier.from_dict(answer.json()) == astana_2025().with_(new)
        data = client.get(f"/agreements/{known.id}").json()
        assert bl.Agreement.from_dict(data) == known

    def test_a_dossier_does_so_too(self, client):
        data = astana_2025().to_dict()
        assert client.put("/dossier", json=data).json() == data

    def test_dates_and_codes_are_arguments_of_an_address(self, client):
        answer = client.get("/periods", params={"on": "2027-01-01", "kind": "roadmap"})
        assert set(answer.json().values()) == {"2026/2028"}

    def test_what_is_wrong_is_named_at_its_place(self, client, plan):
        data = {**plan.to_dict(), "kind": "roadmop", "sectors": ["trade", "industri"]}
        answer = client.post("/agreements", json=data)
        assert answer.status_code == 422
        assert found(answer) == [
            (["body", "kind"], "unknown-agreement-kind"),
            (["body", "sectors", 1], "unknown-sector"),
        ]
        assert answer.json()["detail"][0]["ctx"]["messages"].keys() == {"de", "ru"}
        answer = client.get("/periods", params={"on": "soon", "kind": "roadmop"})
        assert found(answer) == [
            (["query", "on"], "edtf-syntax"),
            (["query", "kind"], "unknown-agreement-kind"),
        ]


class TestErrorsOfEndpoints:
    def test_without_our_handlers_they_are_errors_of_the_server(self, client):
        assert client.get("/agreements/none").status_code == 500

    def test_problems_are_answered_as_those_of_arguments(self, answering):
        known = astana_2025().agreements[1]
        answer = answering.post("/agreements", json={**known.to_dict(), "note": "another"})
        assert answer.status_code == 422
        assert [kind for _, kind in found(answer)] == ["conflicting-record"]
        assert answer.json()["detail"][0]["ctx"]["messages"]["de"]

    def test_an_id_that_nobody_has_is_not_found(self, answering):
        answer = answering.get("/agreements/by-kz-2025-minsk-astana")
        assert answer.status_code == 404
        assert "by-kz-2025-minsk-astana-roadmap" in answer.json()["detail"]


def test_openapi_has_schemas_that_take_what_is_sent(client, plan):
    api = client.get("/openapi.json").json()
    schemas = api["components"]["schemas"]
    body = api["paths"]["/agreements"]["post"]["requestBody"]
    schema = body["content"]["application/json"]["schema"]
    validator = Draft202012Validator({**schema, "components": {"schemas": schemas}})
    assert validator.is_valid(plan.to_dict())
    assert not validator.is_valid({**plan.to_dict(), "kind": "roadmop"})
    on, kind = api["paths"]["/periods"]["get"]["parameters"]
    assert on["schema"]["$ref"] == "#/components/schemas/PartialDate"
    assert kind["schema"]["default"] == "roadmap"


def test_fastapi_is_named_where_it_is_not_installed():
    hidden = sys.modules.pop("bilateral.fastapi")
    try:
        with without("fastapi"), pytest.raises(bl.MissingExtra) as error:
            importlib.import_module("bilateral.fastapi")
        assert error.value.extra == "fastapi"
    finally:
        sys.modules["bilateral.fastapi"] = hidden
        vars(bl)["fastapi"] = hidden
