"""The access file: a page to read, the same for programs, and the files."""

import json
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.template.loader import render_to_string

from perenne.domain.rights.queries import AccessFile, kept_for
from perenne.kit.files.naming import fit
from perenne.kit.privacy.exporting import HeldTable


def archive_of(file: AccessFile, **surroundings: object) -> bytes:
    """A ZIP: `mes-donnees.html`, `mes-donnees.json`, and `fichiers/`."""
    spool = BytesIO()
    with ZipFile(spool, "w", ZIP_DEFLATED) as archive:
        names = []
        for number, attached in enumerate(file.attachments, 1):
            names.append(f"fichiers/{number}-{fit(attached.name)}")
            archive.writestr(names[-1], attached.content)
        page = render_to_string(
            "rights/export/file.html", {"held": file.held, "names": names, **surroundings}
        )
        archive.writestr("mes-donnees.html", page)
        archive.writestr("mes-donnees.json", _for_programs(file.held))
    return spool.getvalue()


def _for_programs(held: list[HeldTable]) -> str:
    tables = {
        table.name: {
            "label": table.label,
            "purpose": table.purpose,
            "kept_as": kept_for(table.keeps),
            "rows": [{held.label: held.value for held in row} for row in table.rows],
        }
        for table in held
    }
    return json.dumps(tables, ensure_ascii=False, indent=2)
