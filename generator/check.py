"""Is the spec fit to make anything from? Every complaint at once, each with its line."""

from __future__ import annotations

from .rules.envelopes import envelopes_fit_into_their_object
from .rules.extensions import extensions_fit_their_schema, extensions_stand_where_they_are_read
from .rules.families import company_header_is_for_account_routes, family_fits_the_path, reads_alone_are_safe
from .rules.further_methods import further_methods_name_properties
from .rules.names import operation_names_are_unique
from .rules.openapi import document_is_openapi, nullable_has_a_type
from .rules.pagination import pagination_points_at_something
from .rules.references import references_lead_somewhere
from .rules.wording import agency_routes_name_their_key, operations_are_named_in_backticks, summaries_name_effects
from .spec import Spec, SpecError

RULES = (
    operation_names_are_unique,
    extensions_fit_their_schema,
    extensions_stand_where_they_are_read,
    family_fits_the_path,
    reads_alone_are_safe,
    summaries_name_effects,
    agency_routes_name_their_key,
    operations_are_named_in_backticks,
)

# These follow references, so they can only be asked once every reference leads somewhere.
RULES_THAT_FOLLOW_REFERENCES = (
    document_is_openapi,
    nullable_has_a_type,
    company_header_is_for_account_routes,
    pagination_points_at_something,
    further_methods_name_properties,
    envelopes_fit_into_their_object,
)


def check(spec: Spec) -> None:
    """Hold the spec against every rule.

    Raises:
        SpecError: with everything that is wrong.
    """
    problems = list(references_lead_somewhere(spec))
    rules = RULES if problems else RULES + RULES_THAT_FOLLOW_REFERENCES
    problems += [problem for rule in rules for problem in rule(spec)]
    if problems:
        raise SpecError(problems)
