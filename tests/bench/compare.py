#!/usr/bin/env python3
"""Ours beside the engines that somebody would take instead, over one generated file.

    cargo bench --bench bench -- make progress plain 10000000 FOLDER
    tests/bench/compare.py FOLDER [more folders] [--rounds 5] [--engines ours,duckdb,polars]
    tests/bench/compare.py --curve [1,3,10,30,100] [--rounds 5] [--engines ours]

Every engine gives the sums per year, action and provider of a log, or per year, payer and
category of bookings; all must be those that the generator wrote down in totals.csv.
The engines take turns, so that a slow moment of the machine falls on all of them. Our time
is that of the whole process, as is that of xan and hledger; that of DuckDB and Polars is the
query alone, once they are loaded. DuckDB and Polars come from PyPI into a virtual environment that is thrown away; xan and
hledger take part where they are on the PATH. xan adds up in floats, so its sums are rounded
to the cent. hledger reads a journal of the same entries, made beforehand, and takes part in
files of up to 200 000 rows.

--curve makes logs of so many million rows, one after the other, and gives the time per row
of each. The largest takes 3 GB in the folder for temporary files (TMPDIR chooses it).
"""

import argparse
import contextlib
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


# The days on which a project year begins, and the day after the last.
YEARS = ["2022-10-01", "2023-10-01", "2024-10-01", "2025-10-01"]


def xan_command(log):
    keys, value = ("action,provider", "count") if log.stem == "progress" else ("payer,category", "amount")
    years = [
        f'sum(if(date ge "{begin}" and date lt "{end}", {value}, 0)) as year{nr}'
        for nr, (begin, end) in enumerate(zip(YEARS, YEARS[1:]), 1)
    ]
    return ["xan", "parallel", "groupby", "-t", CORES, keys, ", ".join(years), log]


def xan_sums(text):
    cent = Decimal("0.01")
    return {
        (str(year), first, second): Decimal(value).quantize(cent)
        for first, second, *values in list(csv.reader(text.splitlines()))[1:]
        for year, value in enumerate(values, 1)
    }


MOST_OF_HLEDGER = 200_000


def journal(log, to):
    """The entries of a log as hledger reads them fastest, each against one account."""
    belgian, progress = is_belgian(log), log.stem == "progress"
    with open(log, encoding="utf-8") as lines, open(to, "w", encoding="utf-8") as out:
        for row in csv.DictReader(lines, delimiter=";" if belgian else ","):
            date = "-".join(reversed(row["date"].split("/"))) if belgian else row["date"]
            account = f"{row['action']}:{row['provider']}" if progress else f"{row['payer']}:{row['category']}"
            amount = (row["count"] if progress else row["amount"]).replace(",", ".")
            out.write(f"{date} entry\n    {account}  {amount}\n    against\n\n")


def hledger_command(entries):
    period = f"every 12 months from {YEARS[0]} to {YEARS[-1]}"
    return ["hledger", "-f", entries, "balance", "-p", period, "-O", "csv", "-N", "--flat"]


def hledger_sums(text):
    rows = [row for row in list(csv.reader(text.splitlines()))[1:] if ":" in row[0]]
    return {
        (str(year), *account.split(":", 1)): Decimal(value)
        for account, *values in rows
        for year, value in enumerate(values, 1)
    }


def stays_out(engine, log, rows):
    """Why an engine leaves a file to the others; nothing where it does not."""
    if engine == "xan" and is_belgian(log):
        return "is given no file with decimal commas"
    if engine == "hledger" and rows > MOST_OF_HLEDGER:
        return f"is given no more than {MOST_OF_HLEDGER} rows"
    return None


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


def run(engine, folder, python, entries):
    log = log_of(folder)
    if engine == "ours":
        taken = Run(ours_command(folder))
        return taken, ours_sums(folder, taken.text)
    if engine == "xan":
        taken = Run(xan_command(log))
        return taken, xan_sums(taken.text)
    if engine == "hledger":
        taken = Run(hledger_command(entries))
        return taken, hledger_sums(taken.text)
    taken = Run([python, __file__, "--engine", engine, log])
    answer = json.loads(taken.text)
    taken.seconds = answer["seconds"]
    return taken, {(str(y), a, b): Decimal(v) for y, a, b, v in answer["sums"]}


def differences(sums, wanted):
    return [key for key in wanted if sums.get(key) != wanted[key]]


def rows_of(log):
    with open(log, "rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b"")) - 1


def measured(folder, engines, rounds, python):
    """The runs of each engine, once their sums have been found right."""
    wanted = expected(folder)
    best = {}
    with tempfile.TemporaryDirectory() as made:
        entries = Path(made) / "entries.journal"
        if "hledger" in engines:
            journal(log_of(folder), entries)
        for _ in range(rounds):
            for engine in engines:
                taken, sums = run(engine, folder, python, entries)
                is_folded = engine == "ours" and log_of(folder).stem == "bookings"
                own_wanted = told_by_ours(wanted) if is_folded else wanted
                if wrong := differences(sums, own_wanted):
                    sys.exit(f"{engine}: {len(wrong)} of {len(own_wanted)} sums differ, first {wrong[0]}")
                best.setdefault(engine, []).append(taken)
    return best


def compare(folder, engines, rounds, python):
    rows = rows_of(log_of(folder))
    print(f"\n{log_of(folder)}: {rows} rows, {log_of(folder).stat().st_size / 1e6:.0f} MB, {rounds} rounds")
    for engine in engines:
        if why := stays_out(engine, log_of(folder), rows):
            print(f"  {engine:8} {why}")
    engines = [engine for engine in engines if not stays_out(engine, log_of(folder), rows)]
    best = measured(folder, engines, rounds, python)
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


def curve(millions, engines, rounds, python):
    """Time per row against the number of rows. Each log is thrown away before the next."""
    print(f"\nprogress, {rounds} rounds: nanoseconds a row, the middle one, and peak memory")
    print(f"  {'rows':>12}" + "".join(f"{name:>24}" for name in engines))
    for rows in (int(float(it) * 1e6) for it in millions.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            make = ["cargo", "bench", "--quiet", "--bench", "bench", "--", "make", "progress", "plain"]
            subprocess.run([*make, str(rows), folder], cwd=ROOT, check=True)
            log = log_of(Path(folder))
            part = [name for name in engines if not stays_out(name, log, rows)]
            best = measured(Path(folder), part, rounds, python)
        told = f"  {rows:>12}"
        for name in engines:
            if name not in best:
                told += f"{'-':>24}"
                continue
            middle = sorted(it.seconds for it in best[name])[rounds // 2]
            memory = max(it.memory for it in best[name]) / 1024
            told += f"{middle / rows * 1e9:>12.1f}{memory:>8.1f} MiB"
        print(told, flush=True)


def environment(folder):
    python = folder / "bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "duckdb", "polars"], check=True)
    shown = "import duckdb, polars; print('duckdb', duckdb.__version__, 'polars', polars.__version__)"
    told_once([python, "-c", shown])
    return python


def told_once(command, name=""):
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    print(told if name in told else f"{name} {told}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--engines")
    parser.add_argument("--curve", nargs="?", const="1,3,10,30,100", metavar="MILLIONS")
    parser.add_argument("--venv", type=Path, help="a virtual environment to keep and use again")
    parser.add_argument("--engine", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.engine:
        return asked_of_engine(asked.engine, asked.folders[0])
    wanted = asked.engines or ("ours" if asked.curve else "ours,duckdb,polars,xan,hledger")
    own = ["xan", "hledger"]
    engines = [name for name in wanted.split(",") if name not in own or shutil.which(name)]
    for name in own:
        if name in engines:
            told_once([name, "--version"], name)
    with contextlib.ExitStack() as stack:
        python = None
        if ENGINES.keys() & set(engines):
            thrown_away = stack.enter_context(tempfile.TemporaryDirectory())
            python = environment(asked.venv or Path(thrown_away) / "venv")
        for folder in asked.folders:
            compare(folder, engines, asked.rounds, python)
        if asked.curve:
            curve(asked.curve, engines, asked.rounds, python)


if __name__ == "__main__":
    main()
