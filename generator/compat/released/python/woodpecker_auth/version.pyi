from _typeshed import Incomplete

__version__: str
USER_AGENT: Incomplete
