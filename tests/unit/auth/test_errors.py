from __future__ import annotations

import copy
import pickle
from typing import get_args

import pytest
from woodpecker_auth import PolicyError, Reason, WoodpeckerError


@pytest.mark.parametrize("twin", [copy.copy, copy.deepcopy, lambda error: pickle.loads(pickle.dumps(error))])
def test_a_policy_error_survives_copies_and_pickles(twin):
    again = twin(PolicyError("say it with CompanyScope(7)", "company_mismatch"))
    assert (str(again), again.reason) == ("say it with CompanyScope(7)", "company_mismatch")
    assert isinstance(again, WoodpeckerError)


def test_the_reasons_are_sorted_and_distinct():
    assert list(get_args(Reason)) == sorted(set(get_args(Reason)))
