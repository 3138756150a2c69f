"""RDF Dataset Canonicalization (W3C RDFC-1.0) of JSON-LD documents, bounded and complete.

*Bounded*: the algorithm is factorial on graphs made to be hard, so its work is counted and its time is
limited. *Complete*: JSON-LD drops silently what it cannot map; here a dropped member is a refusal, because
nobody signed it. ``pyld`` keeps its caches of resolved contexts for the whole process and without a lock;
each thread gets its own here. The contexts of types it does not keep at all (3.3 gives each use another name), which
made them the half of every signature; they are kept here too.
"""

import threading
import time
from math import factorial
from typing import Any

from pyld.canon import URDNA2015
from pyld.context_resolver import ContextResolver
from pyld.jsonld import JsonLdError, JsonLdProcessor

from .contexts import ContextRefused, load_pinned
from .structure import Unreadable

MAX_STEPS = 4_000
MAX_SECONDS = 2.0
# A rich badge of ours uses some twenty.
MOST_SCOPED = 256
# Relative references would be resolved against an address that pyld makes up; this one gives them away.
_NOWHERE = "nowhere:"


class _Canonicalizer(URDNA2015):
    """RDFC-1.0 that stops when telling look-alike blank nodes apart becomes a search."""

    def __init__(self) -> None:
        super().__init__()
        self._steps_left = MAX_STEPS
        self._deadline = time.thread_time() + MAX_SECONDS

    def create_hash_to_related(self, id_: str, issuer: Any) -> Any:
        groups = super().create_hash_to_related(id_, issuer)
        self._steps_left -= 1 + sum(factorial(min(len(group), 12)) - 1 for group in groups.values())
        if self._steps_left < 0 or time.thread_time() > self._deadline:
            raise Unreadable("too_complex")
        return groups


class _ThreadCaches(threading.local):
    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        self.resolved_contexts: dict[str, Any] = {}
        # (the context it was used in, which one) → it, so that its id stays its own, and what came of it
        self.scoped: dict[tuple[str, int], tuple[Any, Any]] = {}


_caches = _ThreadCaches()


def canonicalize(document: dict[str, Any]) -> bytes:
    """The document's RDF dataset as canonical N-Quads, UTF-8.

    Raises ``ContextRefused`` for a context that is not pinned, ``Unreadable`` with ``term_not_defined`` (a
    member, type or address that JSON-LD would drop), ``not_json_ld`` or ``too_complex``.
    """
    options = {
        "base": f"{_NOWHERE}//relative/",
        "processingMode": "json-ld-1.1",
        "documentLoader": load_pinned,
        "contextResolver": ContextResolver(_caches.resolved_contexts, load_pinned),
        "produceGeneralizedRdf": False,
    }
    processor = _CompleteProcessor(on_property_dropped=_refuse_dropped)
    try:
        dataset = processor.to_rdf(document, options)
        canonical: str = _Canonicalizer().main(dataset, {"format": "application/n-quads"})
    except JsonLdError as error:
        _caches.forget()
        raise _cause(error) from error
    except Unreadable:
        _caches.forget()
        raise
    except (TypeError, ValueError, KeyError, AttributeError, RecursionError) as error:
        # pyld assumes sound shapes in places; whatever it stumbles over is not a document of ours to judge.
        _caches.forget()
        raise Unreadable("not_json_ld") from error
    return canonical.encode()


class _CompleteProcessor(JsonLdProcessor):
    """Expansion that refuses identifiers and types which turning into RDF would drop."""

    def _process_context(
        self,
        active_ctx: Any,
        local_ctx: Any,
        options: Any,
        override_protected: bool = False,
        propagate: bool = True,
        validate_scoped: bool = True,
        cycles: Any = None,
    ) -> Any:
        """What does not propagate is the context of a type. It follows from the context it is used in and from itself;
        both, and what comes of them, are frozen.
        """
        known_as = active_ctx.get("_uuid")
        if propagate or override_protected or not validate_scoped or cycles is not None or known_as is None:
            return super()._process_context(
                active_ctx, local_ctx, options, override_protected, propagate, validate_scoped, cycles
            )
        key = (known_as, id(local_ctx))
        if key not in _caches.scoped:
            if len(_caches.scoped) >= MOST_SCOPED:
                _caches.scoped.clear()
            processed = super()._process_context(active_ctx, local_ctx, options, propagate=False)
            _caches.scoped[key] = (local_ctx, processed)
        return _caches.scoped[key][1]

    def expand(self, input_: Any, options: Any) -> Any:
        expanded = super().expand(input_, options)
        waiting: list[Any] = [expanded]
        while waiting:
            value = waiting.pop()
            if isinstance(value, list):
                waiting += value
            elif isinstance(value, dict):
                types = value.get("@type", [])
                for address in [value.get("@id", "x:"), *(types if isinstance(types, list) else [types])]:
                    if not isinstance(address, str) or ":" not in address or address.startswith(_NOWHERE):
                        raise Unreadable("term_not_defined")
                waiting += [part for key, part in value.items() if not key.startswith("@") or key == "@list"]
        return expanded


def _refuse_dropped(_term: str | None) -> None:
    raise Unreadable("term_not_defined")


def _cause(error: BaseException | None) -> Exception:
    """The reason inside pyld's chain of wrapped errors."""
    while error is not None:
        if isinstance(error, ContextRefused | Unreadable):
            return error
        error = error.__cause__
    return Unreadable("not_json_ld")
