#!/usr/bin/env python3
"""Ours beside the engines that somebody would take instead, over one generated file.

    cargo bench --bench bench -- make progress plain 10000000 FOLDER
    tests/bench/compare.py FOLDER [more folders] [--rounds 5] [--engines ours,duckdb,polars]

Every engine gives the sums per year, action and provider of a log, or per year, payer and
category of bookings; all must be those that the generator wrote down in totals.csv.
The engines take turns, so that a slow moment of the machine falls on all of them. Our time
is that of the whole process; theirs is that of the query alone, once they are loaded.
DuckDB and Polars come from PyPI into a virtual environment that is thrown away; xan and
hledger take part where they are on the PATH.
"""

import argparse
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OURS = Path(os.environ.get("OURS", ROOT / "target/release/samenleven"))
CORES = "2"

YEAR = """case when date < date '2023-10-01' then 1
               when date < date '2024-10-01' then 2 else 3 end"""
PROGRESS_COLUMNS = "{'date': 'DATE', 'action': 'INTEGER', 'count': 'BIGINT', 'provider': 'VARCHAR', 'note': 'VARCHAR'}"
BOOKINGS_COLUMNS = (
    "{'date': 'DATE', 'action': 'INTEGER', 'category': 'VARCHAR', 'payer': 'VARCHAR',"
    " 'amount': 'DECIMAL(14,2)', 'description': 'VARCHAR', 'account': 'VARCHAR'}"
)


def log_of(folder):
    progress = folder / "progress.csv"
    return progress if progress.exists() else folder / "bookings.csv"


def is_belgian(log):
    with open(log, encoding="utf-8") as lines:
        return ";" in lines.readline()


# The engines; each gives its sums by (year, first, second) and the seconds of its query.


def duckdb_sums(log):
    import duckdb

    marks = ", delim=';', dateformat='%d/%m/%Y', decimal_separator=','" if is_belgian(log) else ""
    columns, keys, value = (
        (PROGRESS_COLUMNS, "action, provider", "count")
        if log.stem == "progress"
        else (BOOKINGS_COLUMNS, "payer, category", "amount")
    )
    connection = duckdb.connect()
    connection.execute(f"set threads = {CORES}")
    start = time.perf_counter()
    rows = connection.execute(
        f"select {YEAR} as year, {keys}, sum({value})"
        f" from read_csv('{log}', header=true, columns={columns}{marks}) group by all"
    ).fetchall()
    return rows, time.perf_counter() - start


def polars_sums(log):
    os.environ["POLARS_MAX_THREADS"] = CORES
    import polars as pl

    belgian = is_belgian(log)
    progress = log.stem == "progress"
    money = pl.Decimal(14, 2)
    types = (
        {"date": pl.String, "action": pl.Int32, "count": pl.Int64, "provider": pl.String, "note": pl.String}
        if progress
        else {
            "date": pl.String, "action": pl.Int32, "category": pl.String, "payer": pl.String,
            "amount": money, "description": pl.String, "account": pl.String,
        }
    )
    keys, value = (["action", "provider"], "count") if progress else (["payer", "category"], "amount")
    start = time.perf_counter()
    date = pl.col("date").str.to_date("%d/%m/%Y" if belgian else "%Y-%m-%d")
    year = (
        pl.when(date < pl.date(2023, 10, 1)).then(1).when(date < pl.date(2024, 10, 1)).then(2).otherwise(3)
    )
    rows = (
        pl.scan_csv(log, schema=types, separator=";" if belgian else ",", decimal_comma=belgian)
        .group_by(year.alias("year"), *keys)
        .agg(pl.col(value).sum())
        .collect(engine="streaming")
        .rows()
    )
    return rows, time.perf_counter() - start


ENGINES = {"duckdb": duckdb_sums, "polars": polars_sums}


def asked_of_engine(name, log):
    """Runs in a process of its own, so that its peak memory is its own."""
    rows, seconds = ENGINES[name](log)
    sums = [[int(year), str(first), str(second), str(value)] for year, first, second, value in rows]
    json.dump({"seconds": seconds, "sums": sums}, sys.stdout)


def ours_command(folder):
    if log_of(folder).stem == "progress":
        return [OURS, "kpi", "--by", "provider", "--format", "csv", "--exit-zero", folder]
    return [OURS, "cofinancing", "--format", "json", "--exit-zero", folder]


def ours_sums(folder, text):
    if log_of(folder).stem == "progress":
        table = csv.DictReader(text.splitlines())
        return {(row["year"], row["action"], row["provider"]): Decimal(row["reached"]) for row in table}
    keys = {"award_spent": "award", "stimulus_spent": "stimulus", "own_booked": "own"}
    return {
        (row["period"], payer, ""): Decimal(row[key])
        for row in json.loads(text)["tables"]["cofinancing"]
        for key, payer in keys.items()
        if row["period"] != "all"
    }


def told_by_ours(wanted):
    """What our table says of bookings: sums per payer, the own share without what does not count."""
    sums = {}
    for (year, payer, category), value in wanted.items():
        if payer != "other" and (payer, category) != ("own", "third-party-personnel"):
            sums[year, payer, ""] = sums.get((year, payer, ""), Decimal(0)) + value
    return sums


def xan_command(log):
    mark = ";" if is_belgian(log) else ","
    keys, value = ("action,provider", "count") if log.stem == "progress" else ("payer,category", "amount")
    return ["xan", "groupby", "-d", mark, "-p", keys, f"sum({value})", log]


def expected(folder):
    with open(folder / "totals.csv", encoding="utf-8") as lines:
        rows = list(csv.reader(lines))[1:]
    return {(year, first, second): Decimal(value) for year, first, second, value in rows}


def peak_of(process):
    """The most memory that a process has had so far, in KiB."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    lines = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(lines[0]) if lines else 0


class Run:
    def __init__(self, command):
        with tempfile.TemporaryFile() as out:
            start = time.perf_counter()
            child = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
            self.memory = 0
            while child.poll() is None:
                self.memory = max(self.memory, peak_of(child.pid))
                time.sleep(0.001)
            status = child.returncode
            self.seconds = time.perf_counter() - start
            out.seek(0)
            self.text = out.read().decode()
        if status != 0:
            sys.exit(f"{command[0]} failed with status {status}")


def run(engine, folder, python):
    log = log_of(folder)
    if engine == "ours":
        taken = Run(ours_command(folder))
        return taken, ours_sums(folder, taken.text)
    if engine == "xan":
        return Run(xan_command(log)), None
    if engine == "hledger":
        return Run(["hledger", "-f", log, "balance"]), None
    taken = Run([python, __file__, "--engine", engine, log])
    answer = json.loads(taken.text)
    taken.seconds = answer["seconds"]
    return taken, {(str(y), a, b): Decimal(v) for y, a, b, v in answer["sums"]}


def differences(sums, wanted):
    return [key for key in wanted if sums.get(key) != wanted[key]]


def compare(folder, engines, rounds, python):
    wanted = expected(folder)
    with open(log_of(folder), "rb") as file:
        rows = sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b"")) - 1
    best = {}
    for _ in range(rounds):
        for engine in engines:
            taken, sums = run(engine, folder, python)
            is_folded = engine == "ours" and log_of(folder).stem == "bookings"
            own_wanted = told_by_ours(wanted) if is_folded else wanted
            if sums is not None and (wrong := differences(sums, own_wanted)):
                sys.exit(f"{engine}: {len(wrong)} of {len(own_wanted)} sums differ, first {wrong[0]}")
            best.setdefault(engine, []).append(taken)
    print(f"\n{log_of(folder)}: {rows} rows, {log_of(folder).stat().st_size / 1e6:.0f} MB, {rounds} rounds")
    middle = {name: sorted(it.seconds for it in runs)[len(runs) // 2] for name, runs in best.items()}
    for name, runs in best.items():
        seconds = middle[name]
        fewest = min(it.seconds for it in runs)
        print(
            f"  {name:8} {seconds:7.3f} s (best {fewest:6.3f})  {seconds / middle[engines[0]]:5.2f} x {engines[0]}"
            f"  {rows / seconds / 1e6:6.1f} M rows/s  {seconds / rows * 1e9:6.1f} ns/row"
            f"  {max(it.memory for it in runs) / 1024:7.1f} MiB"
        )
    for name in engines[1:]:
        pairs = [ours.seconds / other.seconds for ours, other in zip(best[engines[0]], best[name])]
        print(f"  {engines[0]} / {name}, round by round: {' '.join(f'{it:.2f}' for it in pairs)}")


def environment(folder):
    python = folder / "bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "duckdb", "polars"], check=True)
    shown = "import duckdb, polars; print('duckdb', duckdb.__version__, 'polars', polars.__version__)"
    print(subprocess.run([python, "-c", shown], check=True, capture_output=True, text=True).stdout.strip())
    return python


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--engines", default="ours,duckdb,polars,xan,hledger")
    parser.add_argument("--venv", type=Path, help="a virtual environment to keep and use again")
    parser.add_argument("--engine", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.engine:
        return asked_of_engine(asked.engine, asked.folders[0])
    there = {"ours": True, "duckdb": True, "polars": True}
    engines = [name for name in asked.engines.split(",") if there.get(name) or shutil.which(name)]
    with tempfile.TemporaryDirectory() as thrown_away:
        python = environment(asked.venv or Path(thrown_away) / "venv")
        for folder in asked.folders:
            compare(folder, engines, asked.rounds, python)


if __name__ == "__main__":
    main()
