#!/usr/bin/env python3
"""Runs the SQL and the Python of a page, and holds what they print against it.

    run.py BINARY FOLDER

The commands of examples/scripts.md that write a file are run by BINARY, and write into
FOLDER. Then every block of SQL goes to DuckDB and every block of Python to Python, both
in FOLDER; what they print must be the block of text behind them. `duckdb` and `pandas`
must be there to import. FOLDER is made. The last line is `N passed, N failed`.
"""

import pathlib
import re
import subprocess
import sys

import duckdb

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "examples" / "scripts.md"
BLOCK = re.compile(r"^```(\w+)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def main():
    binary, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True)
    blocks = BLOCK.findall(PAGE.read_text(encoding="utf-8"))
    for kind, text in blocks:
        if kind == "console":
            write_files(binary, folder, text)
    passed = failed = 0
    for (kind, text), (after, expected) in zip(blocks, blocks[1:] + [("", "")]):
        if kind not in ("sql", "python"):
            continue
        printed = (queried if kind == "sql" else printed_by_python)(text, folder)
        if after == "text" and printed.strip("\n") == expected.strip("\n"):
            passed += 1
        else:
            failed += 1
            print(f"FAILED\n{text}\nthe page says:\n{expected}\nit prints:\n{printed}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


def write_files(binary, folder, text):
    for line in text.splitlines():
        words = line.split()
        if words[:2] == ["$", "samenleven"] and "-o" in words:
            at = words.index("-o") + 1
            words[at] = str(folder.resolve() / words[at])
            subprocess.run([binary, *words[2:]], cwd=ROOT, check=True)


def queried(text, folder):
    with duckdb.connect() as connection:
        connection.execute(f"SET file_search_path = '{folder}'")
        return "\n".join(str(row) for row in connection.sql(text).fetchall())


def printed_by_python(text, folder):
    told = subprocess.run(
        [sys.executable, "-c", text], cwd=folder, text=True, capture_output=True
    )
    return told.stdout + told.stderr


if __name__ == "__main__":
    sys.exit(main())
