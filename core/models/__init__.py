"""What the mechanisms remember: facts, to whom they were delivered, and acts already done."""

from core.models.activity import Activity
from core.models.delivery import Delivery
from core.models.receipt import Receipt

__all__ = ["Activity", "Delivery", "Receipt"]
