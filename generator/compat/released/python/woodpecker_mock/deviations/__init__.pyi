from ..deviation import Deviation

__all__ = ['DEVIATIONS', 'named']

DEVIATIONS: dict[str, Deviation]

def named(name: str) -> Deviation: ...
