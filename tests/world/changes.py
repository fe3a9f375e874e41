"""A file of the dossier changes while it is read: cut, replaced, taken away, added to.

By strace the program stands still at each of its calls on the file in turn, and in the
meantime the change is made. Afterwards the answer must be that of one state of the file:
the one before or the one after, figures and hash alike; or 2 and a sentence.
"""

import json
import os
import subprocess
import time
from functools import partial

import scene
from scene import LOG, PATIENCE, wrong_sentence

# How long a call is held up, in microseconds.
HELD = 100_000


def cut(path):
    os.truncate(path, path.stat().st_size // 2)


def emptied(path):
    os.truncate(path, 0)


def added(path):
    with path.open("ab") as file:
        file.write(b"01/03/2023;5;3;;\n")


def written_over(path):
    content = path.read_bytes().replace(b";15;", b";14;")
    with path.open("r+b") as file:
        file.write(content)


def replaced(path):
    other = path.with_suffix(".new")
    other.write_bytes(path.read_bytes().replace(b";15;", b";14;"))
    other.replace(path)


def gone(path):
    path.unlink()


def folder_instead(path):
    path.unlink()
    path.mkdir()


CHANGES = [cut, emptied, added, written_over, replaced, gone, folder_instead]
OF_DOSSIER = [cut, replaced, gone]
FILES = {LOG: CHANGES, "dossier.toml": OF_DOSSIER}
COMMANDS = {
    "report": ["report", "d", "--quiet", "--format", "json"],
    "kpi": ["kpi", "d", "--quiet", "--format", "json"],
}


def answers(world):
    """The answer of each command before a change, and after each of them."""
    def answer(name, file, change):
        home = world.home("change")
        if change:
            change(home / "d" / file)
        return scene.run([world.program, *COMMANDS[name]], home)

    asked = [(name, file, change) for name in COMMANDS for file in FILES
             for change in (None, *FILES[file])]
    return dict(zip(asked, world.each(lambda it: answer(*it), asked)))


def calls(world, home, command, file):
    """How often the program opens, looks at and reads the file."""
    log = home.with_suffix(".strace")
    under = ["strace", "-f", "-o", log, *on(home, file), "-e", "trace=openat,read,statx"]
    scene.run([*under, world.program, *command], home)
    lines = log.read_text(errors="replace").splitlines()
    for call in ("openat", "read", "statx"):
        yield call, sum(f" {call}(" in line for line in lines)


def on(home, file):
    return ["-P", f"d/{file}", "-P", home / "d" / file]


def trials(world):
    for name, file in ((name, file) for name in COMMANDS for file in FILES):
        for call, count in calls(world, world.home("change"), COMMANDS[name], file):
            step = max(1, count // 6)
            for nr in sorted({*range(1, count + 1, step), count} - {0}):
                for change in FILES[file]:
                    yield name, file, call, nr, change


def one(world, known, trial):
    name, file, call, nr, change = trial
    home = world.home("change")
    command, path, log = COMMANDS[name], home / "d" / file, home.with_suffix(".strace")
    before, after = known[name, file, None], known[name, file, change]
    under = ["strace", "-f", "-o", str(log), *map(str, on(home, file)), "-e", f"trace={call}",
             "-e", f"inject={call}:delay_exit={HELD}:when={nr}"]
    child = subprocess.Popen(
        [*under, str(world.program), *command], cwd=home, env={"PATH": os.environ["PATH"]},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    wait_for_delay(log, child)
    change(path)
    out, err = child.communicate(timeout=PATIENCE)
    what = f"{name}: {file} {change.__name__} at {call} {nr}"
    if (child.returncode, out) in ((before.code, before.out), (after.code, after.out)):
        return
    if child.returncode == 2:
        why = "something stands on the output stream" if out else wrong_sentence(err.decode(), "nl")
        if why:
            world.break_(f"{what}: {why}", err.decode())
        return
    if same_but_cause(out, after.out):
        return
    world.break_(f"{what}: exit {child.returncode}, an answer of no state of the file",
                 err.decode())


def wait_for_delay(log, child):
    """Waits until the call that is held up stands in the list."""
    for _ in range(PATIENCE * 200):
        if log.exists() and "(DELAYED)" in log.read_text(errors="replace"):
            return
        if child.poll() is not None:
            return
        time.sleep(0.005)


def same_but_cause(one, other):
    """A log that went away may be told as missing or as one that cannot be opened."""
    try:
        one, other = json.loads(one), json.loads(other)
    except ValueError:
        return False
    for answer in (one, other):
        for finding in answer.get("findings", []):
            if finding["code"] == "I17":
                finding.clear()
    return one == other


def run(world):
    counted = list(trials(world))
    world.each(partial(one, world, answers(world)), counted)
    return f"{len(counted)} changes"
