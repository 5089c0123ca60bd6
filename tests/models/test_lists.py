"""No list of the model is without an end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

import pytest
from annotated_types import MaxLen
from pydantic import BaseModel, ValidationError

from binnenstad_site.core.budgets import MOST_IN_LIST
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.blocks import Blok, Cijfer
from binnenstad_site.models.items.praktijken import Praktijk
from binnenstad_site.models.settings import Settings

SOURCE = {"sleutel": "a", "titel": "Een stuk", "uitgever": "De Krant", "datum": "2024", "geraadpleegd": "2026-11"}
"""A list with invalid entries is not counted."""


def models_below(annotation: Any) -> Iterator[type[BaseModel]]:
    """A model and every model inside its fields."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for field in annotation.model_fields.values():
            yield from models_below(field.annotation)
    for part in get_args(annotation):
        yield from models_below(part)


def test_every_list_has_a_bound_and_every_group_has_closed_names() -> None:
    models = {model for start in (Settings, *(c.model for c in COLLECTIONS.values())) for model in models_below(start)}
    assert len(models) > 30
    for model in models:
        assert issubclass(model, Blok)
        for name, field in model.model_fields.items():
            if get_origin(field.annotation) is tuple:
                bounds = [mark.max_length for mark in field.metadata if isinstance(mark, MaxLen)]
                assert len(bounds) == 1, (model, name)
                assert 0 < bounds[0] <= MOST_IN_LIST, (model, name)
            assert get_origin(field.annotation) not in {list, set, dict}, (model, name)


@pytest.mark.parametrize(
    ("model", "field", "value"),
    [
        (Cijfer, "reeks", {"jaar": "2000", "waarde": "1"}),
        (Praktijk, "bronnen", SOURCE),
        (Praktijk, "partijen", "De gemeente"),
    ],
)
def test_the_first_entry_too_many_is_refused(model: type[Blok], field: str, value: str | Mapping[str, str]) -> None:
    def refusals(count: int) -> set[str]:
        with pytest.raises(ValidationError) as refused:
            model.model_validate({field: (value,) * count})
        return {error["type"] for error in refused.value.errors() if error["loc"] == (field,)}

    assert "too_long" not in refusals(MOST_IN_LIST)
    assert "too_long" in refusals(MOST_IN_LIST + 1)
