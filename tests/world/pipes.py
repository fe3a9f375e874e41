"""Whoever reads an answer stops after so many bytes: no error, no panic, not a word.

The pipe is as small as the system allows, so that a longer answer is still being written
when its reader goes.
"""

import fcntl
import os
import re
import subprocess
from functools import partial

from scene import PATIENCE, ROOT

SMALL = 4096
# Bytes between one end and the next where an answer is long.
STRIDE = 397
MACHINE = ["json", "csv", "csv-excel"]
OF_CHECK = ["json-lines", "sarif", "junit", "github"]
WITH_ERRORS = "examples/eerste-dossier-met-fouten"


def commands():
    """Every command that answers on the output stream, in each of its formats."""
    for command in (["report"], ["check"], ["kpi"], ["kpi", "--by", "provider"], ["award"],
                    ["cofinancing"], ["budget"], ["budget", "--calendar"], ["staffing"]):
        more = OF_CHECK if command == ["check"] else []
        machine = ["json"] if command == ["report"] else MACHINE
        for form in ["text", "markdown", "html", "xlsx", *machine, *more]:
            yield [*command, "examples/zonneberg", "--format", form]
            if command in (["check"], ["kpi"]):
                yield [*command, WITH_ERRORS, "--format", form]
    yield ["check", "examples/zonneberg", "--explain-file", "voortgang.csv"]
    for form in ("text", "json"):
        yield ["explain", "K08", "--format", form]
        yield ["schemes", "--format", form]
        yield ["schemes", "plan-samenleven", "--format", form]
    yield ["schema", "dossier"]
    yield ["schema", "scheme"]
    yield ["man"]
    for shell in ("bash", "zsh", "fish", "elvish", "powershell"):
        yield ["completions", shell]
    yield ["--help"]
    yield ["kpi", "--help"]
    yield ["--version"]
    yield []


def ends(length, answer):
    """After how many bytes the reader stops."""
    lines = [match.end() for match in re.finditer(rb"\n", answer)][:6]
    edges = {0, 1, 2, 3, *lines, SMALL - 1, SMALL, SMALL + 1, 2 * SMALL, length - 1, length}
    if length <= 300:
        edges |= set(range(0, length, 7))
    return sorted(it for it in {*edges, *range(0, length, max(STRIDE, length // 10))}
                  if 0 <= it <= length)


def start(world, command, out):
    return subprocess.Popen(
        [str(world.program), *command], cwd=ROOT, env={"PATH": os.environ["PATH"]},
        stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.PIPE)


def whole(world, command):
    child = start(world, command, subprocess.PIPE)
    out, err = child.communicate(timeout=PATIENCE)
    return child.returncode, out, err


def closed_after(world, command, bytes_):
    """The exit code and what was said when the reader stops after so many bytes."""
    reader, writer = os.pipe()
    fcntl.fcntl(reader, fcntl.F_SETPIPE_SZ, SMALL)
    child = start(world, command, writer)
    os.close(writer)
    left = bytes_
    while left and (read := os.read(reader, left)):
        left -= len(read)
    os.close(reader)
    _, err = child.communicate(timeout=PATIENCE)
    return child.returncode, err


def one(world, command):
    code, answer, err = whole(world, command)
    if code not in (0, 1):
        world.break_(f"{command}: exit {code}", err.decode())
        return 0
    counted = ends(len(answer), answer)
    for bytes_ in counted:
        closed, said = closed_after(world, command, bytes_)
        if (closed, said) != (code, err):
            world.break_(f"{command}, closed after {bytes_}: exit {closed}, not {code}",
                         said.decode())
    return len(counted)


def run(world):
    all_of_them = list(commands())
    counted = world.each(partial(one, world), all_of_them)
    return f"{sum(counted)} readers of {len(all_of_them)} answers stopped early"
