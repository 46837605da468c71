"""The server does what its own document says, whatever is sent: schemathesis reads the document
and makes calls that fit it and calls that do not."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
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

KEYS = [question["key"] for question in SURVEY["questions"]]
FITTING = [7, "quick and friendly", True, ["price", {"other": "the lift"}]]


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

    def enter(self, case):
        """Puts names that exist into most calls, and lets most callers in."""
        # By chance, but the same for the same call, so that a failure can be seen again.
        chance = random.Random(repr((case.path_parameters, case.query, case.body)))
        for name, value in self.names.items():
            if name in (case.path_parameters or {}) and chance.random() < 0.85:
                case.path_parameters[name] = value
        if chance.random() < 0.9:
            is_amendment = case.operation.method == "patch"
            case.headers["Authorization"] = self.holder if is_amendment else self.reader
        answers = case.body.get("answers") if isinstance(case.body, dict) else None
        if isinstance(answers, dict) and chance.random() < 0.8:
            given = list(answers.values()) if chance.random() < 0.5 else FITTING
            case.body["answers"] = dict(zip(KEYS, given, strict=False))
        if isinstance(case.body, dict) and "revision" in case.body:
            # Most often the newest one, and a definition that holds together.
            if chance.random() < 0.7:
                case.body["revision"] = 1
            if "definition" in case.body and chance.random() < 0.7:
                case.body["definition"] = SURVEY
        if isinstance(case.body, dict) and "questions" in case.body and chance.random() < 0.5:
            # A definition that holds together but for one member.
            member = chance.choice(list(case.body))
            case.body = {**SURVEY, member: case.body[member]}


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
    @given(case=fitting | unfitting)
    def calls(case):
        situation.enter(case)
        response = case.call(timeout=20)
        case.validate_response(response, checks=CHECKS)

    calls()
