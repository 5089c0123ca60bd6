"""What the annotations of a model say of its fields: the model, choices, field at a path, or marks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

Mark = TypeVar("Mark")
Path = tuple[str, ...]
"""Names of fields; `*` leads to each value of a list or mapping, `@` to each key of a mapping."""


def model_within(annotation: object) -> type[BaseModel] | None:
    """The model inside an annotation such as `tuple[Bron, ...]` or `Mapping[str, Oordeel]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    models = (model_within(part) for part in reversed(get_args(annotation)))
    return next((model for model in models if model is not None), None)


def choices_within(annotation: object) -> tuple[str, ...]:
    """The values of the first closed list inside an annotation such as `tuple[Literal["a", "b"], ...]`."""
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return next(filter(None, map(choices_within, get_args(annotation))), ())


@cache
def field_at(model: type[BaseModel], names: tuple[str, ...]) -> FieldInfo | None:
    """The field that a path of names leads to; names that are no field (a slug in a mapping) are passed over."""
    field: FieldInfo | None = None
    within: type[BaseModel] | None = model
    for name in names:
        if within is not None and name in within.model_fields:
            field = within.model_fields[name]
            within = model_within(field.annotation)
    return field


def marks_in(annotation: Any, kind: type[Mark]) -> tuple[tuple[Path, Mark], ...]:
    """The marks of one kind inside a type, such as `Refers(…)` in an `Annotated`, each with the path to it."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        hints = get_type_hints(annotation, include_extras=True)
        return tuple(mark for name in annotation.model_fields for mark in _below(name, hints[name], kind))
    parts = get_args(annotation)
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *extras = parts
        return tuple(((), extra) for extra in extras if isinstance(extra, kind)) + marks_in(inner, kind)
    if origin is tuple:
        return _below("*", parts[0], kind)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _below("@", parts[0], kind) + _below("*", parts[1], kind)
    return tuple(mark for part in parts if not isinstance(part, str) for mark in marks_in(part, kind))


def _below(name: str, annotation: Any, kind: type[Mark]) -> tuple[tuple[Path, Mark], ...]:
    return tuple(((name, *path), mark) for path, mark in marks_in(annotation, kind))
