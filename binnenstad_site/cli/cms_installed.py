"""Whether the program of the forms is installed: asked at every start, so this imports nothing of the builder."""

from __future__ import annotations

from pathlib import Path

PACKAGE = "node_modules/@sveltia/cms"
PROGRAM = f"{PACKAGE}/dist/sveltia-cms.js"


def has_program(project: Path) -> bool:
    """Whether the program is installed, so that a site with a repository on GitHub gets `/admin/`."""
    return (project / PROGRAM).is_file()


def program_stamp(project: Path) -> tuple[int, int]:
    """What changes when another version is installed: the time and size of the program; zeros when there is none."""
    if not has_program(project):
        return (0, 0)
    status = (project / PROGRAM).stat()
    return (status.st_mtime_ns, status.st_size)
