"""Fields that the spec does not know stay with a model, however it is changed."""

from __future__ import annotations

import copy
import pickle
import sys

import attrs
import pytest
from woodpecker_client import InvalidValue
from woodpecker_client.models import Company, CompanyPage, Me

NEW = {"new_field": {"x": 1}}
COMPANY = {"id": 1, "name": "a", "active": True, **NEW}
ME = {"user_id": 1, "firm_id": 2, "user_name": "u", "user_email": "u@example.com", "firm_name": "f", **NEW}


@pytest.mark.parametrize(("model", "document", "name"), [(Company, COMPANY, "name"), (Me, ME, "firm_name")])
def test_a_model_with_one_field_changed_keeps_them(model, document, name):
    read = model.from_dict(document)
    changed = attrs.evolve(read, **{name: "b"})
    assert changed.to_dict() == {**document, name: "b"}
    assert changed != read and attrs.evolve(changed, **{name: document[name]}) == read
    changed.additional_properties["more"] = 1
    assert read.to_dict() == document, "nothing is shared with what it was made from"
    assert copy.deepcopy(read) == copy.copy(read) == pickle.loads(pickle.dumps(read)) == read


def test_a_nested_model_keeps_them():
    page = CompanyPage.from_dict({"content": [COMPANY], **NEW})
    changed = attrs.evolve(page, content=[*page.content, Company(id=2, name="b", active=True)])
    assert changed.to_dict()["content"][0] == COMPANY and changed["new_field"] == {"x": 1}


def test_unknown_fields_can_be_given():
    given = {"x": 1}
    company = Company(id=1, name="a", active=True, additional_properties=given)
    given["y"] = 2
    assert company.to_dict() == {"id": 1, "name": "a", "active": True, "x": 1}
    with pytest.raises(InvalidValue, match="additional_properties"):
        Company(id=1, name="a", active=True, additional_properties=7)


def test_copy_replace_keeps_them():
    read = Company.from_dict(COMPANY)
    replaced = copy.replace(read, name="b") if sys.version_info >= (3, 13) else read.__replace__(name="b")
    assert replaced.to_dict() == {**COMPANY, "name": "b"}
