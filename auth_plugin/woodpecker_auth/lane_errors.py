"""Errors of lanes. The request was not sent when one of them is raised."""

from __future__ import annotations

import httpx

from .errors import WoodpeckerError
from .lane_key import LaneKey


class LaneWaitTimeout(WoodpeckerError, httpx.PoolTimeout):
    """The deadline passed while the request waited in its lane. The request was not sent.

    Attributes:
        lane_key: the account that the lane belongs to.
        waited: seconds.
    """

    def __init__(self, lane_key: LaneKey, waited: float) -> None:
        super().__init__(
            f"waited {waited:.1f} s in the lane of {lane_key} without getting a slot; the request was not sent"
        )
        self.lane_key, self.waited = lane_key, waited

    def __reduce__(self) -> tuple[type[LaneWaitTimeout], tuple[LaneKey, float]]:
        return type(self), (self.lane_key, self.waited)


class LaneUnavailable(WoodpeckerError, httpx.ConnectError):
    """The server that coordinates lanes between processes cannot be used. The request was not sent to the API.

    Attributes:
        lane_key: the account that the lane belongs to.
        reason: what failed, without secrets.
    """

    def __init__(self, lane_key: LaneKey, reason: str) -> None:
        super().__init__(f"the lane of {lane_key} is unavailable ({reason}); the request was not sent")
        self.lane_key, self.reason = lane_key, reason

    def __reduce__(self) -> tuple[type[LaneUnavailable], tuple[LaneKey, str]]:
        return type(self), (self.lane_key, self.reason)
