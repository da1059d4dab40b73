from _typeshed import Incomplete

ProspectDeletionRequestType: Incomplete
PROSPECT_DELETION_REQUEST_TYPE_VALUES: set[ProspectDeletionRequestType]

def check_prospect_deletion_request_type(value: str) -> ProspectDeletionRequestType: ...
