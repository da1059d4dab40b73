import httpx

VARIABLES: str

class EnvironmentProxies:
    def __init__(self) -> None: ...
    def of(self, origin: httpx.URL) -> httpx.Proxy | None: ...
