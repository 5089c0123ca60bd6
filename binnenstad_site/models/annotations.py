"""What the annotations of a model say of its fields: the model, the choices or the field at a path of names."""

from __future__ import annotations

from functools import cache
from typing import Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo


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
