"""The API: every item as JSON, a list per collection, and a JSON Schema for each, all under `/api/v1/`.

The promise of v1: a field that is there keeps its name, its type and its meaning. Fields may be added, and values to a
closed list. So the schemas say names and types; the values of today stand there as examples.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, TypeGuard

from pydantic import BaseModel

from binnenstad_site.core.memo import Kept, digest
from binnenstad_site.core.outputs import Output, json_bytes
from binnenstad_site.exports.opendata.citing import citation_of, csl
from binnenstad_site.exports.opendata.jsonld import item_nodes, linked, list_nodes
from binnenstad_site.exports.opendata.release import release_of
from binnenstad_site.exports.opendata.rows import claim_address, kept_claims
from binnenstad_site.models import COLLECTIONS, Collection
from binnenstad_site.models.items import MetBronnen, Pagina, Praktijk
from binnenstad_site.pages import PageBuilder
from binnenstad_site.pages.aanpak_cases import cases_of
from binnenstad_site.pages.data_tables import IN_FULL, ONE_BY_ONE
from binnenstad_site.pages.evidence import only_news
from binnenstad_site.pages.frames import StoryItem
from binnenstad_site.pages.introduction import LISTS
from binnenstad_site.validate.validator import Entry

ROOT = "api/v1"
SCHEMA = "https://json-schema.org/draft/2020-12/schema"
SHORT = ("titel", "in_een_zin", "gecontroleerd")
"""The fields that a list of items with a file of their own gives, where they have them."""
KEPT_BACK = frozenset({"aanspreekpunt"})
"""Fields that are for the page only: a copy of the data would go on naming whom to ask after they took that back."""
_MEANINGLESS = frozenset({"additionalProperties", "minLength", "maxLength", "minItems", "maxItems", "default"})
_BOUNDS = frozenset({"pattern", "minimum", "maximum", "format"})
"""What a later day may loosen is no part of the promise."""
_TEXT: Mapping[str, Any] = {"type": "string"}


def plain(value: object) -> Any:
    """A value of the model as JSON holds it."""
    if value is None or isinstance(value, str | int | float):  # most are, and to ask for a model takes long
        return value
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    if isinstance(value, BaseModel):
        return {name: plain(part) for name, part in value.__dict__.items()}
    if isinstance(value, Mapping):
        return {name: plain(part) for name, part in value.items()}
    raise TypeError(f"no value of the model: {value!r}")


def has_page(entry: Entry[BaseModel]) -> TypeGuard[Entry[StoryItem]]:
    """Whether an item has a page of its own that can be cited; a pagina that introduces a list has none."""
    return isinstance(entry.item, StoryItem) and not (isinstance(entry.item, Pagina) and entry.slug in LISTS)


def item_address(entry: Entry[BaseModel]) -> str:
    """The file of an item: `api/v1/praktijken/voorbeeld.json`."""
    return f"{ROOT}/{entry.ref[0]}/{entry.slug}.json"


def list_address(collection: str) -> str:
    """The list of a collection."""
    return f"{ROOT}/{collection}.json"


def schema_address(collection: str) -> str:
    """The schema of its items."""
    return f"{ROOT}/schema/{collection}.json"


def item_value(builder: PageBuilder, entry: Entry[BaseModel]) -> dict[str, Any]:
    """All that an item holds, with its addresses and its text by section, without marks of sources."""
    collection, slug = entry.ref
    address = builder.addresses.absolute
    value: dict[str, Any] = {"id": f"{collection}/{slug}", "slug": slug, "adres": address(entry.address)}
    if collection in ONE_BY_ONE:
        value["json"] = address(f"/{item_address(entry)}")
    value |= {name: part for name, part in plain(entry.item).items() if name not in KEPT_BACK}
    if has_page(entry):
        citation = citation_of(builder, entry)
        value["citaat"] = {"tekst": citation.regel, "csl": csl(citation)}
    if isinstance(entry.item, MetBronnen):
        value["claims"] = [
            {
                "claim": claim.id,
                "adres": claim_address(builder, entry, claim),
                "plek": claim.plek,
                "zin": claim.zin,
                "bronnen": list(claim.bronnen),
            }
            for claim in kept_claims(builder, entry)
        ]
    if isinstance(entry.item, Praktijk):
        value["alleen_nieuwsbronnen"] = only_news(entry.item)
    if collection == "aanpakken":
        value["oordeel"] = cases_of(builder.site, entry).verdict  # type: ignore[arg-type]
    if entry.collection.sections != ():
        value["tekst"] = [
            {"kop": part.heading.text if part.heading else "", "tekst": part.text.strip()}
            for part in entry.body.sections
        ]
    return value


def api_item(builder: PageBuilder, entry: Entry[BaseModel]) -> Output:
    """The file of one item."""
    schema = builder.addresses.absolute(f"/{schema_address(entry.ref[0])}")
    value = {"$schema": schema, **linked(item_nodes(builder, entry)), **item_value(builder, entry)}
    return Output(item_address(entry), json_bytes(value))


def api_lists(builder: PageBuilder) -> Iterator[Output]:
    """The index, the list of each collection and its schema."""
    absolute = builder.addresses.absolute
    head = {"versie": "1", **release_of(builder).values()}
    named: list[dict[str, object]] = []
    for collection in (*ONE_BY_ONE, *IN_FULL):
        entries: Mapping[str, Entry[BaseModel]] = getattr(builder.site, collection)
        values = [_in_list(builder, collection, entry) for entry in entries.values()]
        row = COLLECTIONS[collection]
        graph = linked(list_nodes(builder, row, tuple(entries.values())))
        yield Output(list_address(collection), json_bytes({**graph, **head, "aantal": len(values), "items": values}))
        schema = builder.memo.get(Kept.TEMPLATE, digest("schema", collection), partial(_schema, row))
        yield Output(schema_address(collection), schema)
        named.append(
            {
                "naam": collection,
                "aantal": len(values),
                "lijst": absolute(f"/{list_address(collection)}"),
                "schema": absolute(f"/{schema_address(collection)}"),
                "per_item": collection in ONE_BY_ONE,
            }
        )
    yield Output(f"{ROOT}/index.json", json_bytes({**head, "collecties": named}))


def _in_list(builder: PageBuilder, collection: str, entry: Entry[BaseModel]) -> dict[str, Any]:
    if collection in IN_FULL:
        return item_value(builder, entry)
    address = builder.addresses.absolute
    head = {"id": "/".join(entry.ref), "slug": entry.slug, "adres": address(entry.address)}
    own = {name: plain(value) for name in SHORT if (value := getattr(entry.item, name, None)) is not None}
    return {**head, "json": address(f"/{item_address(entry)}"), **own}


def _schema(collection: Collection) -> bytes:
    return json_bytes(schema_of(collection))


def schema_of(collection: Collection) -> dict[str, Any]:
    """The JSON Schema of an item of a collection as the API gives it."""
    schema = _loosened(collection.model.model_json_schema(mode="serialization"))
    added: dict[str, Any] = {"id": _TEXT, "slug": _TEXT, "adres": _TEXT}
    if collection.name in ONE_BY_ONE:
        added["json"] = _TEXT
    if issubclass(collection.model, MetBronnen):
        named = {"claim": _TEXT, "adres": _TEXT, "plek": _TEXT, "zin": _TEXT}
        claim = named | {"bronnen": {"type": "array", "items": _TEXT}}
        added["claims"] = {
            "type": "array",
            "items": {"type": "object", "properties": claim, "required": sorted(claim)},
        }
    if collection.name == "praktijken":
        added["alleen_nieuwsbronnen"] = {"type": "boolean"}
    if collection.name == "aanpakken":
        added["oordeel"] = _TEXT
    if collection.sections != ():
        section = {"type": "object", "properties": {"kop": _TEXT, "tekst": _TEXT}, "required": ["kop", "tekst"]}
        added["tekst"] = {"type": "array", "items": section}
    for name in KEPT_BACK & schema["properties"].keys():
        del schema["properties"][name], schema["$defs"][name.capitalize()]
        schema["required"].remove(name)
    added |= schema["properties"]
    required = sorted({*added, *schema.get("required", ())})
    if issubclass(collection.model, StoryItem):  # a pagina that introduces a list has none
        cited = {"tekst": _TEXT, "csl": {"type": "object"}}
        added["citaat"] = {"type": "object", "properties": cited, "required": sorted(cited)}
    return {"$schema": SCHEMA, **schema, "title": collection.enkelvoud, "properties": added, "required": required}


def _loosened(schema: Any) -> Any:
    """A schema that says names, types and meaning only."""
    if isinstance(schema, list):
        return [_loosened(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kept: dict[str, Any] = {}
    for name, value in schema.items():
        if name in {"properties", "$defs"}:
            kept[name] = {key: _loosened(part) for key, part in value.items()}
        elif name == "enum":
            kept["examples"] = value
        elif name == "const":
            kept["examples"] = [value]
        elif name not in _MEANINGLESS | _BOUNDS:
            kept[name] = _loosened(value)
    if "properties" in kept:
        kept["required"] = sorted(kept["properties"])
    return kept
