#!/usr/bin/env python3
"""Holds the formulas of workbooks against an office suite.

    recalculate.py BINARY FOLDER

BINARY makes a workbook of every dossier in both languages, and of one whose texts
try to be formulas. In a copy of each, every stored result of a formula is replaced
by a wrong one; LibreOffice opens the copy, calculates, and saves it again. What it
comes to must be the result that BINARY had stored, and nothing else may change: no
cell may hold an error, no text may have become a formula. The wrong results must be
gone, which proves that it did calculate.

FOLDER is made; where it exists it must be empty. The last line is `N passed, N failed`.
"""

import pathlib
import shutil
import subprocess
import sys
import zipfile
from xml.etree import ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
TARGETS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# Stands for no figure of any dossier.
WRONG = "123456789.125"
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
# Failures that are shown; the rest is counted.
SHOWN = 20

# The suite otherwise trusts the results of files that it did not make itself.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""

HOSTILE = """format = 1
scheme = "plan-samenleven"
as_of = 2023-09-30
note = "=1+1"

[applicant]
name = "=1+1&\\"x\\""
kind = "municipality"

[[year]]
nr = 1
award_total = 1_000.10

[[action]]
nr = 5
label = "@SUM(1,1)"

[[action.year]]
nr = 1
target = 2_000
award = 1_000.10
planned = ["=HYPERLINK(\\"http://example.org\\",\\"x\\")", "-1+1", "+1+1"]

[[staff]]
role = "=1/0"
fte = 1.25
filled = [{ fte = 0.5, from = 2022-10-01 }]

[[progress]]
file = "log.csv"
"""

HOSTILE_LOG = "datum;actie;aantal;aanbieder\n30/09/2023;5;1;=A1\n30/08/2023;5;1998;'@x\n"


class Tally:
    """What was looked at, and what was wrong."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def check(self, holds, said):
        """Counts one thing that must hold, and says what does not."""
        if holds:
            self.passed += 1
            return
        self.failed += 1
        if self.failed <= SHOWN:
            print("not so:", said)

    def end(self):
        """The last line, and the exit code."""
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed or not self.passed else 0


def parts(path):
    """The sheets of a workbook: their names and the files that hold them."""
    with zipfile.ZipFile(path) as archive:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {it.get("Id"): it.get("Target") for it in links.iter(TARGETS)}
    return {
        sheet.get("name"): "xl/" + targets[sheet.get(RELATION)].removeprefix("/xl/")
        for sheet in book.iter(MAIN + "sheet")
    }


def strings(archive):
    """The texts that cells refer to by their number."""
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    table = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
    return ["".join(it.itertext()) for it in table.iter(MAIN + "si")]


def cells(path):
    """By sheet and cell: the formula, the kind and the value of each that holds one."""
    held = {}
    sheets = parts(path)
    with zipfile.ZipFile(path) as archive:
        texts = strings(archive)
        for name, part in sheets.items():
            for cell in ElementTree.fromstring(archive.read(part)).iter(MAIN + "c"):
                kind = cell.get("t", "n")
                value = cell.findtext(MAIN + "v")
                if kind == "s":
                    value = texts[int(value)]
                if kind == "inlineStr":
                    value = "".join(cell.find(MAIN + "is").itertext())
                if value not in (None, ""):
                    formula = cell.find(MAIN + "f")
                    text = None if formula is None else formula.text or ""
                    held[name, cell.get("r")] = (text, kind, value)
    return held


def spoil(path, target):
    """A copy in which every formula has a wrong result."""
    ElementTree.register_namespace("", MAIN.strip("{}"))
    sheets = set(parts(path).values())
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            data = source.read(name)
            if name in sheets:
                sheet = ElementTree.fromstring(data)
                for cell in sheet.iter(MAIN + "c"):
                    if cell.find(MAIN + "f") is not None:
                        cell.find(MAIN + "v").text = WRONG
                data = ElementTree.tostring(sheet, xml_declaration=True, encoding="UTF-8")
            copy.writestr(name, data)


def workbooks(binary, folder):
    """Makes all workbooks."""
    hostile = folder / "hostile"
    hostile.mkdir()
    (hostile / "dossier.toml").write_text(HOSTILE, encoding="utf-8")
    (hostile / "log.csv").write_text(HOSTILE_LOG, encoding="utf-8")
    dossiers = sorted(ROOT.glob("data/dossiers/*/dossier.toml"))
    dossiers += sorted(ROOT.glob("examples/*/dossier.toml"))
    made = []
    for dossier in [it.parent for it in dossiers] + [hostile]:
        for language in ("nl", "en"):
            target = folder / f"{dossier.name}-{language}.xlsx"
            command = [binary, "report", dossier, "--lang", language, "--exit-zero", "-o", target]
            subprocess.run(command, cwd=ROOT, check=True, **QUIET)
            made.append(target)
    return made


def calculate(paths, folder):
    """Lets the suite open, calculate and save all of them."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    target = folder / "calculated"
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += ["--convert-to", "xlsx", "--outdir", target, *paths]
    subprocess.run(command, check=True, timeout=600, **QUIET)
    return [target / path.name for path in paths]


def compare(path, calculated, tally):
    """Holds what the suite came to against what was stored."""
    stored = cells(path)
    found = cells(calculated)
    formulas = 0
    for place, (formula, kind, value) in stored.items():
        said = f"{path.name} {place[0]} {place[1]}"
        other_formula, other_kind, other = found.get(place, (None, "empty", ""))
        tally.check(other_kind != "e", f"{said} holds {other}")
        if formula is None:
            tally.check(other_formula is None, f"{said}: {value!r} became ={other_formula}")
        if kind == "n":
            same = other_kind == "n" and float(other) == float(value)
        else:
            same = other_kind != "n" and other.split() == value.split()
        tally.check(same, f"{said} ={formula}: stored {value!r}, calculated {other!r}")
        if formula is not None:
            formulas += 1
            tally.check(other != WRONG, f"{said} was not calculated")
    more = [place for place in found if place not in stored]
    tally.check(not more, f"{path.name} has cells that were empty: {more[:3]}")
    return formulas


def main():
    """Makes, spoils, calculates and compares."""
    if len(sys.argv) != 3:
        print(__doc__)
        return 2
    if shutil.which("soffice") is None:
        print("soffice is missing: install LibreOffice Calc")
        return 2
    binary = pathlib.Path(sys.argv[1]).resolve()
    folder = pathlib.Path(sys.argv[2]).resolve()
    if folder.exists() and any(folder.iterdir()):
        print(f"{folder} is not empty")
        return 2
    spoiled = folder / "spoiled"
    spoiled.mkdir(parents=True)
    paths = workbooks(binary, folder)
    copies = [spoiled / path.name for path in paths]
    for path, copy in zip(paths, copies):
        spoil(path, copy)
    tally = Tally()
    formulas = 0
    for path, calculated in zip(paths, calculate(copies, folder)):
        if calculated.exists():
            formulas += compare(path, calculated, tally)
        else:
            tally.check(False, f"{path.name} could not be opened")
    tally.check(formulas > 100, f"only {formulas} formulas")
    print(f"{formulas} formulas in {len(paths)} workbooks")
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
