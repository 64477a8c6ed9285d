"""The bill of materials, CycloneDX 1.5 in JSON (https://cyclonedx.org/docs/1.5/json/).

Written by hand, because existing tools list a Python environment: with everything that only builds and tests, and
without Qt, ICU, Python itself and the fonts, which are most of what is shipped. Two builds of one commit are the same.
"""

from __future__ import annotations

import hashlib
import json
import re
import time
import uuid
from pathlib import Path
from typing import Any

from contents import Part
from facts import NAME, PACKAGE, build_time, version

_SPDX = re.compile(r"[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*")


def sbom(bundled: list[Part], program: Path) -> str:
    """The bill of a built program: what is bundled, and each of its files with its SHA-256."""
    us = {"type": "application", "name": PACKAGE, "version": version(), "description": NAME, "bom-ref": PACKAGE}
    components = [_component(part) for part in bundled] + _files(program)
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(components))}",
        "version": 1,
        "metadata": {"timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(build_time())), "component": us},
        "components": components,
        "dependencies": [{"ref": PACKAGE, "dependsOn": [entry["bom-ref"] for entry in components]}],
    }
    return json.dumps(bill, ensure_ascii=False, indent=1) + "\n"


def _component(part: Part) -> dict[str, Any]:
    kind = "expression" if _SPDX.fullmatch(part.licence) else "name"
    licence = {"expression": part.licence} if kind == "expression" else {"license": {"name": part.licence}}
    entry = {
        "type": "library",
        "name": part.name,
        "version": part.version,
        "bom-ref": f"{part.name}@{part.version}",
        "licenses": [licence],
        "externalReferences": [{"type": "website", "url": part.home}],
    }
    return entry | ({"purl": part.purl} if part.purl else {})


def _files(program: Path) -> list[dict[str, Any]]:
    files = [file for file in sorted(program.rglob("*")) if file.is_file() and not file.is_symlink()]
    return [
        {
            "type": "file",
            "name": (name := file.relative_to(program).as_posix()),
            "bom-ref": f"file:{name}",
            "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(file.read_bytes()).hexdigest()}],
        }
        for file in files
    ]
