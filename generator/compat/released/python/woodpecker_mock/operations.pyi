from .call import Body as Body, Call as Call
from .handlers import companies as companies, mailboxes as mailboxes, microsoft as microsoft, reports as reports
from collections.abc import Callable as Callable

HANDLERS: dict[str, Callable[[Call], Body]]
