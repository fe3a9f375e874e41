#!/usr/bin/env python3
"""Dossiers and schemes in the two TOML tools that editors use, Taplo and Tombi.

    python3 tests/editors/check.py PROGRAM TAPLO TOMBI FOLDER

Every dossier and scheme that is shipped passes both with `#:schema` as its first line.
Every folder of tests/faults is refused by both where the fault is one of a key, at the
line that `samenleven check` names, and passed where it is not; tests/files/
unseen-by-schema.csv lists the faults that no schema sees.
"""

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM, TAPLO, TOMBI, FOLDER = (str(Path(it).absolute()) for it in sys.argv[1:5])
HEAD = b"#:schema ./%s.schema.json\n"
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
# Where a tool says that something is wrong: Taplo in a frame, Tombi on a line after it.
PLACES = {
    "taplo": re.compile(r"┌─ \S*?([^/\s]+\.toml):(\d+):\d+"),
    "tombi": re.compile(r"Error: .*\n\s+at \S*?([^/\s]+\.toml):(\d+):\d+"),
}
# Not text at all, so that no tool gives a place.
WITHOUT_PLACE = {"I01-not-utf8"}


def copied(kind, source, name):
    """A copy of a TOML file that names its schema, in the folder of the check."""
    target = Path(FOLDER) / f"{name}.toml"
    target.write_bytes(HEAD % kind.encode() + source.read_bytes())
    return target.name


def refused(names):
    """The lines that each tool finds wrong, by file; counted as before the copy."""
    found = {}
    for tool, command in (("taplo", [TAPLO, "lint"]), ("tombi", [TOMBI, "lint", "--offline"])):
        run = subprocess.run(command + names, cwd=FOLDER, capture_output=True, check=False)
        text = COLOUR.sub("", (run.stdout + run.stderr).decode("utf-8", "replace"))
        found[tool] = {}
        for name, line in PLACES[tool].findall(text):
            found[tool].setdefault(name, set()).add(int(line) - 1)
        if (run.returncode == 0) != (not found[tool]):
            sys.exit(f"{tool} ended with {run.returncode} and said: {text}")
    return found


def shipped():
    """The files that are shipped, copied, each by the name of its copy."""
    sources = [("dossier", it) for below in ("data", "examples")
               for it in sorted((ROOT / below).rglob("dossier.toml"))]
    sources += [("scheme", it) for it in sorted((ROOT / "data/schemes").glob("*.toml"))]
    for kind, path in sources:
        yield copied(kind, path, "-".join(path.relative_to(ROOT).with_suffix("").parts))


def finding(fixture):
    """What `check` finds in a dossier with one fault."""
    run = subprocess.run((PROGRAM, "check", str(fixture), "--format", "json"),
                         capture_output=True, check=False)
    return json.loads(run.stdout)["findings"][0]


def wrong(fixture, unseen, lines):
    """What a tool says of a fault that it should not, or leaves unsaid."""
    found = finding(fixture)
    is_of_key = (found["code"][0] == "I" or found["code"] == "T04") \
        and found["path"].endswith(".toml") and fixture.name not in unseen
    if bool(lines) != is_of_key:
        return "refused" if lines else "passed"
    # Where a file is no TOML, each parser has its own idea of the place.
    if lines and found["code"] != "I01" and found["line"] not in lines:
        return f"refused at {sorted(lines)}, not at {found['line']}"
    return None


def main():
    for kind in ("dossier", "scheme"):
        written = f"{FOLDER}/{kind}.schema.json"
        subprocess.run((PROGRAM, "schema", kind, "-o", written), check=True)
    good = list(shipped())
    # A fixture with a scheme of its own would need a schema of its own.
    faults = [it for it in sorted((ROOT / "tests/faults").iterdir())
              if not (it / "scheme.toml").exists() and it.name not in WITHOUT_PLACE]
    copies = [copied("dossier", it / "dossier.toml", it.name) for it in faults]
    with open(ROOT / "tests/files/unseen-by-schema.csv", encoding="utf-8") as file:
        unseen = {row["fixture"] for row in csv.DictReader(file)}
    told = []
    for tool, lines in refused(good + copies).items():
        told += [f"{tool}: {name} is refused at {sorted(lines[name])}" for name in good
                 if name in lines]
        for fixture, name in zip(faults, copies):
            why = wrong(fixture, unseen, lines.get(name, set()))
            if why:
                told.append(f"{tool}: {fixture.name} is {why}")
    print(f"{len(good)} files shipped, {len(faults)} with a fault: {len(told)} checks failed")
    sys.exit("\n".join(told) if told else 0)


main()
