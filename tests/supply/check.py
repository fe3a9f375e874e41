#!/usr/bin/env python3
"""The bill of materials, and what Cargo.lock holds.

    python3 tests/supply/check.py BILL

* BILL, made by `.ci/sbom`, keeps to the schema of CycloneDX 1.5, and lists what `cargo
  tree` says a build takes: not one less, not one more, each with its licence and the hash
  of Cargo.lock, and with nothing of this machine in it.
* No locked package asks for a newer Rust than our own `rust-version`.
* No more packages than were agreed on, of each kind, and as many as README.md says.
"""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

ROOT = Path(__file__).resolve().parents[2]
# Beside our own, on the system that builds: what is linked in or expanded into the program,
# what is run to build that, and what the tests add. One more is a decision, made here.
MOST = {"normal": 107, "build": 2, "dev": 69}


def said(*command):
    """What a command says, run in the project."""
    return subprocess.run(
        command, cwd=ROOT, text=True, stdout=subprocess.PIPE, check=True
    ).stdout


def tree(edges):
    """Name and version of all packages but ours, along these edges."""
    lines = said(
        "cargo", "tree", "--locked", "--edges", edges,
        "--prefix", "none", "--no-dedupe", "--format", "{p}",
    ).splitlines()
    packages = {tuple(line.split()[:2]) for line in lines}
    return {(name, version.removeprefix("v")) for name, version in packages} - {OURS}


def names(licences):
    """The licences that an expression names, also in the old way with a stroke."""
    return set(re.findall(r"[\w.+-]+", licences)) - {"OR", "AND", "WITH"}


def wrong_with_bill(text, locked):
    """What is wrong with the bill of materials."""
    error = JsonStrictValidator(SchemaVersion.V1_5).validate_str(text)
    if error:
        yield f"not CycloneDX 1.5: {error}"
        return
    bill = json.loads(text)
    if (bill["bomFormat"], bill["specVersion"]) != ("CycloneDX", "1.5"):
        yield "another format than CycloneDX 1.5"
    about = bill["metadata"]["component"]
    if (about["name"], about["version"]) != OURS:
        yield f"it is about {about['name']} {about['version']}"

    listed = [(it["name"], it["version"]) for it in bill["components"]]
    built = tree("normal,build")
    for name, version in sorted(built - set(listed)):
        yield f"{name} {version} is built and not listed"
    for name, version in sorted(set(listed) - built):
        yield f"{name} {version} is listed and not built"
    if len(listed) != len(set(listed)):
        yield "a package is listed twice"

    said_licences = {f"{it['name']} {it['version']}": it["license"] for it in METADATA["packages"]}
    for it in bill["components"]:
        of = f"{it['name']} {it['version']}"
        address = PackageURL.from_string(it["purl"])
        if (address.type, address.name, address.version) != ("cargo", it["name"], it["version"]):
            yield f"{of}: the address is {it['purl']}"
        licences = " ".join(one.get("expression", "") for one in it.get("licenses", []))
        if names(licences) != names(said_licences.get(of, "none")):
            yield f"{of}: the licence is {licences!r}"
        hashes = [(one["alg"], one["content"]) for one in it.get("hashes", [])]
        if hashes != [("SHA-256", locked.get((it["name"], it["version"])))]:
            yield f"{of}: not the hash of Cargo.lock"

    known = {it["bom-ref"] for it in [about, *bill["components"]]}
    for it in bill["dependencies"]:
        for ref in {it["ref"], *it["dependsOn"]} - known:
            yield f"{ref} is depended on and not listed"
    for sign in ("serialNumber", "timestamp", "file:", str(ROOT), str(Path.home()) + "/"):
        if sign in text:
            yield f"{sign} changes with the machine or the day"


def wrong_with_lock():
    """Locked packages that ask for a newer Rust than we say is enough."""

    def number(version):
        return tuple(int(part) for part in version.split("."))[:2]

    for package in METADATA["packages"]:
        asked = package["rust_version"]
        if asked and number(asked) > number(OUR_RUST):
            yield f"{package['name']} {package['version']} asks for Rust {asked}, not {OUR_RUST}"


def wrong_with_numbers(locked):
    """Kinds of which there are more packages than were agreed on, or than the README says."""
    normal = tree("normal")
    build = tree("normal,build") - normal
    dev = tree("normal,build,dev") - normal - build
    for kind, packages in (("normal", normal), ("build", build), ("dev", dev)):
        print(f"{kind}: {len(packages)} packages")
        if len(packages) > MOST[kind]:
            yield f"{len(packages)} packages of kind {kind}, {MOST[kind]} were agreed on"
    readme = (ROOT / "README.md").read_text("utf-8")
    for words in (
        f"{len(normal)} packages are linked",
        f"tests add {len(dev)};",
        f"holds all {len(locked)} of them",
        f"Of the {len(normal | build)} packages of a build",
    ):
        if words not in readme:
            yield f"README.md does not say {words!r}"


METADATA = json.loads(said("cargo", "metadata", "--locked", "--format-version", "1"))
(OUR_PACKAGE,) = (it for it in METADATA["packages"] if it["source"] is None)
OURS = (OUR_PACKAGE["name"], OUR_PACKAGE["version"])
OUR_RUST = OUR_PACKAGE["rust_version"]


def main():
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text("utf-8"))
    locked = {(it["name"], it["version"]): it.get("checksum") for it in lock["package"]}
    text = Path(sys.argv[1]).read_text("utf-8")
    wrong = [*wrong_with_bill(text, locked), *wrong_with_lock(), *wrong_with_numbers(locked)]
    for line in wrong:
        print(line, file=sys.stderr)
    silent = sum(it["rust_version"] is None for it in METADATA["packages"])
    print(
        f"{len(json.loads(text)['components'])} packages in the bill; "
        f"{len(locked)} locked, {silent} of which name no Rust version"
    )
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
