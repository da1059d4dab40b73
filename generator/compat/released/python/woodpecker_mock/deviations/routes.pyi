from ..call import Body as Body, Call as Call
from ..deviation import Asked as Asked, HANDLE as HANDLE, JUDGE as JUDGE, Kind as Kind
from ..keys import Holder as Holder
from ..policy import Problem as Problem, Verdict as Verdict
from .refusals import admitted as admitted, refused_as as refused_as
from _typeshed import Incomplete
from collections.abc import Callable
from typing import TypeAlias

routes: Incomplete
Judge: TypeAlias = Callable[[Asked], Verdict]
Handle: TypeAlias = Callable[[Call], Body]

def client_runs_agency_routes(asked: Asked, right: Judge) -> Verdict: ...
def client_on_agency_routes_is_401(asked: Asked, right: Judge) -> Verdict: ...
def agency_routes_take_a_context(asked: Asked, right: Judge) -> Verdict: ...
def agency_add_on_is_not_checked(asked: Asked, right: Judge) -> Verdict: ...
def path_reaches_other_agencies(call: Call, right: Handle) -> Body: ...
