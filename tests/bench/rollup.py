#!/usr/bin/env python3
"""Whether a log that was rolled up gives the same tables as the whole, to the byte.

    cargo bench --bench bench -- make progress plain 1000000 FOLDER
    tests/bench/rollup.py FOLDER [--engine duckdb|spark]

Needs duckdb or pyspark in the Python that runs it.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OURS = ROOT / "target/release/samenleven"
SQL = (ROOT / "examples/oprollen/rollup.sql").read_text(encoding="utf-8")
VIEW = """select date as datum, action as actie, count as aantal, provider as aanbieder,
                 '' as doelgroep, coalesce(note, '') as opmerking from log"""
TABLES = [["kpi"], ["kpi", "--by", "provider"], ["report"]]


def by_duckdb(log, to):
    import duckdb

    connection = duckdb.connect()
    types = "{'date': 'VARCHAR', 'action': 'INTEGER', 'count': 'BIGINT', 'provider': 'VARCHAR', 'note': 'VARCHAR'}"
    connection.execute(f"create view log as select * from read_csv('{log}', header=true, columns={types})")
    connection.execute(f"create view logboek as {VIEW}")
    connection.execute(f"copy ({SQL}) to '{to}' (header, delimiter ',')")
    return f"duckdb {duckdb.__version__}"


def by_spark(log, to):
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    columns = "date string, action int, count bigint, provider string, note string"
    spark.read.csv(str(log), header=True, schema=columns).createOrReplaceTempView("log")
    spark.sql(VIEW).createOrReplaceTempView("logboek")
    with tempfile.TemporaryDirectory() as folder:
        parts = Path(folder) / "parts"
        spark.sql(SQL).coalesce(1).write.csv(str(parts), header=True, emptyValue="")
        (part,) = parts.glob("*.csv")
        shutil.copy(part, to)
    return f"spark {spark.version}"


def table(arguments, folder):
    command = [OURS, *arguments, folder, "--format", "json", "--exit-zero", "--as-of", "2025-09-30"]
    out = subprocess.run(command, check=True, capture_output=True).stdout
    if arguments != ["report"]:
        return out
    # The sources and the places of findings are those of another file.
    import json

    return json.dumps(json.loads(out)["tables"], sort_keys=True).encode()


def rows(path):
    with open(path, "rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b"")) - 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--engine", choices=["duckdb", "spark"], default="duckdb")
    asked = parser.parse_args()
    log = asked.folder / "progress.csv"
    with tempfile.TemporaryDirectory() as folder:
        rolled = Path(folder)
        shutil.copy(asked.folder / "dossier.toml", rolled)
        start = time.perf_counter()
        engine = (by_spark if asked.engine == "spark" else by_duckdb)(log, rolled / "progress.csv")
        seconds = time.perf_counter() - start
        print(f"{engine}: {rows(log)} rows rolled up to {rows(rolled / 'progress.csv')} in {seconds:.1f} s")
        for arguments in TABLES:
            if table(arguments, asked.folder) != table(arguments, rolled):
                sys.exit(f"{' '.join(arguments)}: the tables differ")
            print(f"{' '.join(arguments)}: the same")


if __name__ == "__main__":
    main()
