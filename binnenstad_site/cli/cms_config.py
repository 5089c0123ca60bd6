"""The configuration of the forms at `/admin/` (Sveltia CMS), made from the content model.

In: the tables of collections, the repository and the address of the site. Out: one JSON value. A type that nobody has
named is a `TypeError` of `fieldguide`, so a form can never guess; what a form refuses, `check` refuses as well, in the
same words where a form can say them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from binnenstad_site.cli import cms_patterns as patterns
from binnenstad_site.cli.cms_lists import WITH_FORMS
from binnenstad_site.cli.fieldguide import MEANINGS, Guide, Kind, guides
from binnenstad_site.cli.skeleton import body_lines
from binnenstad_site.core.suggestions import enumerate_words
from binnenstad_site.load.attachments import DECODERS, LARGEST_IMAGE, WIDEST
from binnenstad_site.load.documents import CONTENT, Storage
from binnenstad_site.models import COLLECTIONS, Collection
from binnenstad_site.models.settings import Repository
from binnenstad_site.pages.addresses import LIST_FILE

Json = dict[str, Any]

WHOLE_FILE = "yml"
"""The format of a file that is one list: YAML to the program, written by `list` in `templates/admin/begin.js`."""
_LONG = 120
"""From so many characters a text gets a field of more than one line."""
_DAY = ("JJJJ-MM-DD",)
PICTURE_TYPES = tuple(f"image/{decoder.lower()}" for decoder in DECODERS.values())


def cms_config(repository: Repository, address: str, titel: str) -> Json:
    """The configuration for a repository on GitHub, of the site at `address` (without closing slash)."""
    return {
        "backend": {
            "name": "github",
            "repo": repository.github,
            "branch": repository.tak,
            "open_authoring": True,
            "auth_scope": "public_repo",
        },
        "publish_mode": "editorial_workflow",
        "site_url": address,
        "app_title": f"Redactie van {titel}",
        "media_folder": f"{CONTENT}/paginas",
        "public_folder": "/",
        "media_libraries": {
            "default": {
                "config": {
                    "max_file_size": LARGEST_IMAGE,
                    "slugify_filename": True,
                    "transformations": {
                        "raster_image": {
                            "format": "webp",
                            "quality": 85,
                            "width": WIDEST,
                            "height": WIDEST,
                        }
                    },
                }
            }
        },
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 60},
        "editor": {"preview": False},
        "collections": [_collection(row) for row in WITH_FORMS],
    }


def _collection(row: Collection) -> Json:
    shared: Json = {"name": row.name, "label": row.title, "label_singular": row.enkelvoud.capitalize()}
    if row.storage in {Storage.LIST, Storage.FILE}:
        hidden = {"hide": True} if row.zonder_formulier else {}  # other forms choose from it
        return {**shared, **hidden, "format": WHOLE_FILE, "publish": False, "files": [_file(row)]}
    fixed = bool(row.closed)
    folder: Json = {
        **shared,
        "publish": False,
        "folder": f"{CONTENT}/{row.name}",
        "create": not fixed,
        "delete": False,
        "duplicate": not fixed,
        "identifier_field": "titel",
        "slug": {
            "template": "{{titel}}",
            "editable": not fixed,
            "pattern": list(patterns.SLUG),
            "hint": "Het laatste woord van het adres. Verandert u dit later, dan blijft het oude adres werken.",
        },
        "fields": [_field(guide) for guide in guides(row)],
    }
    if row.storage is Storage.YAML:
        return {**folder, "format": "yaml", "extension": "yaml"}
    folder |= {"format": "yaml-frontmatter", "extension": "md", "media_folder": "{{slug}}", "public_folder": "{{slug}}"}
    folder["fields"].append(_body(row))
    if row.storage is Storage.TREE:
        folder["nested"] = {"depth": 5}
    elif "#" not in row.address:
        folder["preview_path"] = row.address.strip("/").replace("{slug}", "{{slug}}") + "/"
    return folder


def _file(row: Collection) -> Json:
    fields = [_field(guide) for guide in guides(row)]
    if row.storage is Storage.LIST:
        fields = [
            {
                "name": LIST_FILE,
                "label": row.title,
                "label_singular": row.enkelvoud.capitalize(),
                "widget": "list",
                "root": True,
                "collapsed": True,
                "summary": f"{{{{fields.{_name_field(row)}}}}}",
                "fields": fields,
            }
        ]
    return {"name": LIST_FILE, "label": row.title, "file": f"{CONTENT}/{row.name}.yaml", "fields": fields}


def _name_field(row: Collection) -> str:
    """The field by which an editor knows an item."""
    return next(name for name in ("titel", "naam", "term") if name in row.model.model_fields)


def _body(row: Collection) -> Json:
    sections = f" Laat de koppen staan: {enumerate_words(row.sections, 'en')}." if row.sections else ""
    return {
        "name": "body",
        "label": "Tekst",
        "hint": f"Een bron noemt u zo: [@sleutel], aan het eind van de zin.{sections}",
        "widget": "markdown",
        "modes": ["raw"],
        "default": "\n".join(body_lines(row)).strip(),
    }


def _field(guide: Guide) -> Json:
    """The field of a form for one field of a model."""
    shared = {
        "name": guide.name,
        "label": guide.label,
        "hint": guide.explanation,
        "required": guide.required and not guide.or_unknown,
    }
    if guide.or_unknown:
        shared["hint"] = guide.explanation.replace(", of het woord onbekend", "").rstrip(".") + (
            ". Niets gevonden? Laat het leeg: dan komt er onbekend te staan."
        )
    if guide.below:
        below = [{**_one(guide), "name": name, "label": _words(name), "required": True} for name in guide.below]
        return {**shared, "widget": "object", "fields": below}
    if not guide.many:
        return {**shared, **_one(guide), **_length(guide)}
    if guide.kind in {Kind.CHOICE, Kind.REFERENCE} and guide.refers != "*":
        return {**shared, **_one(guide), "multiple": True, **_bounds(guide)}
    listed = {**shared, "widget": "list", "label_singular": guide.label, **_bounds(guide)}
    if guide.kind is Kind.GROUP:
        return {**listed, **_summary(guide), "fields": _one(guide)["fields"]}
    return {**listed, "field": {"name": guide.name, "label": guide.label, **_one(guide)}}


def _one(guide: Guide) -> Json:
    """The widget of one value."""
    return _WIDGETS[guide.kind](guide)


def _text(guide: Guide) -> Json:
    long = not guide.many and (guide.most is None or guide.most > _LONG)
    return {
        "widget": "text" if long else "string",
        "pattern": list(patterns.PLAIN_IN_LIST if guide.many else patterns.PLAIN),
    }


def _number(guide: Guide) -> Json:
    return {"widget": "number", "value_type": "int", **_bounds(guide)}


def _date(guide: Guide) -> Json:
    if guide.dates == _DAY:
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    return {"widget": "string", "pattern": list(patterns.date(guide.dates))}


def _choice(guide: Guide) -> Json:
    meanings = MEANINGS.get(guide.choices, {})
    options = [
        {"label": f"{value}: {meanings[value]}" if value in meanings else _words(value), "value": _as_yaml_reads(value)}
        for value in guide.choices
    ]
    return {"widget": "select", "options": options}


def _as_yaml_reads(value: str) -> str | int:
    """The value that the forms read where a file says this: a step of evidence is a number to them."""
    return int(value) if value.isdigit() else value


def _words(value: str) -> str:
    return value if "." in value else value.replace("-", " ")


def _reference(guide: Guide) -> Json:
    if guide.refers == "*":
        return {"widget": "string", "pattern": list(patterns.ANY_ITEM)}
    row = COLLECTIONS[guide.refers]
    name = _name_field(row)
    relation: Json = {"widget": "relation", "collection": row.name, "dropdown_threshold": 0}
    if row.storage is not Storage.LIST:
        return {**relation, "value_field": "{{slug}}", "display_fields": [name], "search_fields": [name]}
    shown = f"{LIST_FILE}.*.{name}"
    value = f"{LIST_FILE}.*.{row.slug_from}"
    return {**relation, "file": LIST_FILE, "value_field": value, "display_fields": [shown], "search_fields": [shown]}


def _group(guide: Guide) -> Json:
    return {"widget": "object", "fields": [_field(field) for field in guide.fields]}


def _string(pattern: tuple[str, str], **options: str) -> Callable[[Guide], Json]:
    return lambda _guide: {"widget": "string", **options, "pattern": list(pattern)}


def _picture(_guide: Guide) -> Json:
    return {"widget": "image", "choose_url": False, "accept": ",".join(PICTURE_TYPES)}


def _yes_no(_guide: Guide) -> Json:
    return {"widget": "select", "options": ["ja", "nee"]}


_WIDGETS: Mapping[Kind, Callable[[Guide], Json]] = {
    Kind.TEXT: _text,
    Kind.SLUG: _string(patterns.SLUG),
    Kind.ADDRESS: _string(patterns.ADDRESS),
    Kind.URL: _string(patterns.URL, type="url"),
    Kind.FILE: _picture,
    Kind.MAIL: _string(patterns.MAIL),
    Kind.INTEGER: _number,
    Kind.DECIMAL: _string(patterns.POINT),
    Kind.NUMBER: _string(patterns.DUTCH),
    Kind.YES_NO: _yes_no,
    Kind.DATE: _date,
    Kind.CHOICE: _choice,
    Kind.REFERENCE: _reference,
    Kind.GROUP: _group,
}


def _bounds(guide: Guide) -> Json:
    """The least and most of what the guide counts: entries, or the number itself."""
    return dict(_limits(guide, "min", "max"))


def _length(guide: Guide) -> Json:
    return dict(_limits(guide, "minlength", "maxlength")) if guide.kind is Kind.TEXT else {}


def _limits(guide: Guide, least: str, most: str) -> Iterator[tuple[str, int]]:
    for name, bound in ((least, guide.least), (most, guide.most)):
        if bound is not None:
            yield name, int(bound)


def _summary(guide: Guide) -> Json:
    """What stands for an entry of a list that is folded: its first text."""
    text = next((field for field in guide.fields if field.kind is Kind.TEXT and not field.many), None)
    return {"collapsed": "auto", "summary": f"{{{{fields.{text.name}}}}}"} if text else {}
