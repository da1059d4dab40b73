from typing import TypeAlias

Certificate: TypeAlias

def usable(certificate: Certificate) -> Certificate: ...
