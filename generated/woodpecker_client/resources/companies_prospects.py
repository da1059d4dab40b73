# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Prospects of companies."""

from __future__ import annotations

from typing import Literal

from woodpecker_runtime.client import Client
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ..api.companies import delete_company_prospects
from ..models.prospect_deletion import ProspectDeletion
from ..models.prospect_deletion_request import ProspectDeletionRequest


class CompaniesProspects:
    """Prospects of companies."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> RawCompaniesProspects:
        """The same methods, answering with status, headers and content beside the parsed value."""
        return RawCompaniesProspects(self._client)

    def delete(
        self,
        company_id: int,
        *,
        type_: Literal["ALL"],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> ProspectDeletion:
        """Delete all of a company's prospects.

        Queues the deletion of a client's prospects and answers 202 before it has happened.
        **It cannot be undone**, and no route tells how far it has come.

        Args:
            company_id: The client company, by the `id` that `listCompanies` gives it.
            type_: The only value the vendor shows.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, its turn, retries and pauses included,
                or None for no end.

        Raises:
            PolicyError: refused before anything was sent.
            TransportError: no answer arrived.
            ApiError: the answer is not a success.

        https://developers.woodpecker.co/docs/agency-api/companies/POST-companies-delete
        """
        return delete_company_prospects.sync(
            company_id,
            client=self._client,
            body=ProspectDeletionRequest(
                type_=type_,
            ),
            timeout=timeout,
            deadline=deadline,
        )


class RawCompaniesProspects:
    """`CompaniesProspects` with raw answers."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def delete(
        self,
        company_id: int,
        *,
        type_: Literal["ALL"],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[ProspectDeletion]:
        """Delete all of a company's prospects."""
        return delete_company_prospects.sync_detailed(
            company_id,
            client=self._client,
            body=ProspectDeletionRequest(
                type_=type_,
            ),
            timeout=timeout,
            deadline=deadline,
        )
