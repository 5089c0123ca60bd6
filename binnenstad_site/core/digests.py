"""Values as bytes: a digest of all that they hold, and what a file or another process keeps of them."""

from __future__ import annotations

import copyreg
import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cached_property
from hashlib import blake2b
from operator import attrgetter
from types import MappingProxyType
from typing import Any

SIZE = 16
"""Bytes of a key and of a seal."""
Key = bytes


_NAMES: dict[type, tuple[str, ...]] = {}
"""What `_names` gave."""


def _names(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass; none for anything else, and for a class itself."""
    if kind not in _NAMES:
        _NAMES[kind] = tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
    return _NAMES[kind]


class Keyed:
    """A value that knows its own digest: others that hold it take that for theirs."""

    __slots__ = ()

    @property
    def key(self) -> Key:
        """Values with equal keys are equal."""
        raise NotImplementedError


class KeptKey(Keyed):
    """A dataclass without slots whose digest is made once, for many others hold the same value."""

    @cached_property
    def key(self) -> Key:
        return digest([getattr(self, name) for name in _names(type(self))])


def _read_only(values: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(values)


copyreg.pickle(MappingProxyType, lambda values: (_read_only, (dict(values),)))

_FIELDS: dict[type, Callable[[object], object] | None] = {}
"""What `_fields_of` gave."""
_POSITIONAL: dict[type, Callable[[Any], tuple[object, ...]] | None] = {}
"""What `_positional` gave."""


class _Pickler(pickle.Pickler):
    """Writes a dataclass as a call with its fields: pickle would ask for their names for each, also to read it."""

    def reducer_override(self, value: object) -> Any:
        kind = type(value)
        if kind not in _POSITIONAL:
            _POSITIONAL[kind] = _positional(kind)
        values_of = _POSITIONAL[kind]
        return NotImplemented if values_of is None else (kind, values_of(value))


def _positional(kind: type) -> Callable[[Any], tuple[object, ...]] | None:
    """What gives the arguments that make an equal dataclass; None where that is not sure, and for anything else."""
    names = _names(kind)
    if not names or hasattr(kind, "__post_init__") or any(one.kw_only or not one.init for one in fields(kind)):
        return None
    values_of = attrgetter(*names)
    return values_of if len(names) > 1 else lambda value: (values_of(value),)


def pickled(value: object) -> bytes:
    """What `pickle.loads` makes an equal value of."""
    stream = io.BytesIO()
    _Pickler(stream, 5).dump(value)
    return stream.getvalue()


class _Digester(pickle.Pickler):
    """Takes a dataclass apart by its fields at once, where pickle asks `dataclasses` for their names each time."""

    def reducer_override(self, value: object) -> Any:
        kind = type(value)
        if kind not in _FIELDS:
            _FIELDS[kind] = _fields_of(kind)
        fields_of = _FIELDS[kind]
        return NotImplemented if fields_of is None else (_part, (kind, fields_of(value)))


def _fields_of(kind: type) -> Callable[[object], object] | None:
    """What gives the fields of a dataclass, or its key; None for anything else."""
    names = ("key",) if issubclass(kind, Keyed) else _names(kind)
    return attrgetter(*names) if names else None


def _part(kind: type, values: object) -> None:
    """Stands in a digest for a dataclass; never called, for digests are not unpickled."""


def digest(*parts: object) -> Key:
    """A key of frozen values: equal content gives equal keys in any process.

    Values are pickled without a table of what was seen before, so only their content counts and not which objects they
    share. Sets have no order: sort them first.
    """
    stream = io.BytesIO()
    pickler = _Digester(stream, 5)
    pickler.fast = True
    pickler.dump(parts)
    return blake2b(stream.getbuffer(), digest_size=SIZE).digest()
