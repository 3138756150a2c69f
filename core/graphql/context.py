"""What a resolver finds in `info.context`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.http import HttpRequest

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass
class Context:
    """`user` asks (perhaps a visitor); `request` is None when the first answer is made for a page.

    `refused` is set by a mutation that said no: its transaction is rolled back.
    """

    user: Any
    request: HttpRequest | None = None
    request_id: str = ""
    refused: bool = False
    remember: Callable[[Any], None] | None = None

    def __post_init__(self) -> None:
        self.request_id = self.request_id or uuid4().hex
