"""The server does what its own document says, whatever is sent: schemathesis reads the document
and makes calls that fit it and calls that do not."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode, checks
from schemathesis.specs.openapi import checks as contract_checks

SOURCES = Path(__file__).parents[2] / "Sources"
EXAMPLES = 20

CHECKS = [
    checks.not_a_server_error,
    contract_checks.status_code_conformance,
    contract_checks.content_type_conformance,
    contract_checks.response_headers_conformance,
    contract_checks.response_schema_conformance,
]

SURVEY = {
    "name": "under contract",
    "languages": ["en"],
    "title": {"en": "Under contract"},
    "attributes": {"size": "dimension", "note": "detail"},
    "questions": [
        {"key": "recommend", "kind": "recommend_0_10", "text": {"en": "Would you?"}},
        {"key": "why", "kind": "long_text", "text": {"en": "Why?"}},
        {"key": "again", "kind": "yes_no", "text": {"en": "Again?"}},
        {
            "key": "topics",
            "kind": "choices",
            "other": True,
            "text": {"en": "About?"},
            "choices": [{"key": "price", "text": {"en": "Price"}}],
        },
    ],
}


def operations():
    """Known before any server runs, from the parts that the document is put together from."""
    for file in sorted(SOURCES.rglob("*.openapi.json")):
        for path, methods in json.loads(file.read_text())["paths"].items():
            for method in methods:
                if method != "parameters":
                    yield f"{method.upper()} {path}"


class Situation:
    """A survey with one answer, so that not every call ends with a name nobody knows."""

    def __init__(self, server):
        made = server.call("POST", "/api/v1/surveys", SURVEY, headers=server.reader)
        self.token = made.json["token"]
        self.path = f"/api/v1/surveys/{self.token}/responses"
        body = {"answers": {"recommend": 9}, "complete": False}
        answer = server.call("POST", self.path, body).json
        self.names = {"token": self.token, "id": answer["id"]}
        self.reader = server.reader["Authorization"]
        self.holder = f"Bearer {answer['amend_token']}"

    def enter(self, case, choose):
        """Puts names that exist into most calls, and lets most callers in."""
        for name, value in self.names.items():
            if name in (case.path_parameters or {}) and choose(4):
                case.path_parameters[name] = value
        if choose(6):
            is_amendment = case.operation.method == "patch"
            case.headers["Authorization"] = self.holder if is_amendment else self.reader
        if isinstance(case.body, dict) and isinstance(case.body.get("answers"), dict) and choose(2):
            keys = [question["key"] for question in SURVEY["questions"]]
            case.body["answers"] = dict(zip(keys, case.body["answers"].values()))


@pytest.mark.parametrize("name", list(operations()))
def test_the_document_is_kept_to(server, name):
    method, path = name.split()
    operation = server.contract[path][method]
    situation = Situation(server)
    fitting = operation.as_strategy(generation_mode=GenerationMode.POSITIVE)
    unfitting = operation.as_strategy(generation_mode=GenerationMode.NEGATIVE)

    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=fitting | unfitting, data=st.data())
    def calls(case, data):
        situation.enter(case, lambda odds: data.draw(st.integers(0, odds)) > 0)
        response = case.call(timeout=20)
        case.validate_response(response, checks=CHECKS)

    calls()
