"""Each call of the system that an answer goes through fails in turn, by strace.

The calls of a run that goes well are listed first. Then each of them, one a run, is made
to fail with each of the errors that it can meet.
"""

import json
import os
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import partial

import scene as world_of
from scene import BOOKINGS, DOSSIER, LOG, ROW, look, put_back, wrong_sentence

# The errors that each call meets in a bad world.
ERRORS = {
    "write": ["ENOSPC", "EIO", "EINTR"],
    "fsync": ["EIO", "ENOSPC", "EINTR"],
    "fdatasync": ["EIO", "ENOSPC", "EINTR"],
    "rename": ["EIO", "ENOSPC"],
    "renameat": ["EIO", "ENOSPC"],
    "renameat2": ["EIO", "ENOSPC"],
    "link": ["EIO", "EPERM"],
    "linkat": ["EIO", "EPERM"],
    "openat": ["EMFILE", "ENOSPC", "EACCES", "EINTR"],
    "read": ["EIO", "EINTR"],
    "lseek": ["EIO"],
    "mkdir": ["ENOSPC", "EROFS"],
    "flock": ["EIO", "ENOLCK", "EINTR"],
    "fchmod": ["EPERM"],
    "fchown": ["EPERM"],
    "statx": ["EACCES"],
    "close": ["EIO"],
    "clone3": ["EAGAIN"],
}
# After these a call is simply made again.
AGAIN = {"EINTR"}
# Whoever wanted to keep permissions, or another thread, does without.
WITHOUT = {"fchmod", "fchown", "clone3", "close"}
# Of a call that is made more often, so many at the start and the end and some between.
MOST = 15
CALL = re.compile(r"^(\d+) +(?:<\.\.\. )?(\w+)\(")


@dataclass
class Scene:
    """A command, what stands there before it, and from where on its calls fail."""

    name: str
    command: list
    before: dict = field(default_factory=dict)
    reads: bool = False
    to_file: bool = False
    log: bytes = b""


def scenes():
    old = b"the old answer\n"
    report = ["report", "d", "--quiet"]
    formats = ["uit.json", "uit.html", "uit.xlsx", "uit.md", "uit.txt"]
    for name in formats:
        yield Scene(name, [*report, "-o", name], {name: old}, reads=name == "uit.json")
    several = ["-o", "uit.html", "-o", "uit.xlsx", "-o", "tabellen/", "-o", "uit.json"]
    before = {"uit.html": old, "uit.json": old, "tabellen": None, "tabellen/kpi.csv": old}
    yield Scene("several", [*report, *several], before)
    yield Scene("new folder", [*report, "--format", "csv-excel", "-o", "nieuw/"])
    yield Scene("file and stream", [*report, "-o", "uit.md", "-o", "-"], {"uit.md": old})
    yield Scene("sarif", ["check", "d", "--quiet", "-o", "uit.sarif"], {"uit.sarif": old})
    yield Scene("csv", ["kpi", "d", "--quiet", "-o", "kpi.csv"], {"kpi.csv": old})
    yield Scene("long log", ["kpi", "d", "--quiet", "--format", "json"], reads=True, log=long_log())
    yield Scene("stream", ["kpi", "d", "--quiet", "--format", "csv"], reads=True)
    yield Scene("stream to a file", [*report, "--format", "json"], to_file=True)
    yield Scene("log", ["log", "d", *ROW, "--quiet"], reads=True)
    yield Scene("new", ["new", "nieuw", "--action", "5", "--quiet"])
    copy = ["new", "nieuw", "--from", f"d/{LOG}", "--quiet"]
    yield Scene("new from a log", copy, {"nieuw": None})
    yield Scene("man", ["man", "-o", "man/"])
    yield Scene("schema", ["schema", "dossier", "-o", "s.json"], {"s.json": old})


def long_log():
    """More rows than are read with care, so that several threads read them."""
    first, *rows = (DOSSIER / LOG).read_bytes().splitlines(keepends=True)
    return first + b"".join(rows) * (60_000 // len(rows))


class Trial:
    """A scene that is tried with one fault after the other."""

    def __init__(self, world, scene):
        self.world, self.scene = world, scene
        self.home = world.home("fault")
        self.spare = [world.home("fault") for _ in range(os.cpu_count() or 1)]
        for home in [self.home, *self.spare]:
            put_back(home, {**look(home), **scene.before})
            if scene.log:
                (home / "d" / LOG).write_bytes(scene.log)
        self.old = look(self.home)
        self.log = world.folder / f"{self.home.name}.strace"
        self.run(self.home, ["strace", "-f", "-o", self.log])
        self.answers = {language: self.good(language) for language in ("nl", "en")}

    def command(self, language="nl"):
        return [self.world.program, *self.scene.command, "--lang", language]

    def run(self, home, under=(), language="nl"):
        if not self.scene.to_file:
            return world_of.run([*under, *self.command(language)], home)
        path = home.with_suffix(".stdout")
        with path.open("wb") as out:
            ran = world_of.run([*under, *self.command(language)], home, stdout=out)
        ran.out = path.read_bytes()
        return ran

    def without(self, name, language):
        """The answer when one of the logs cannot be opened at all."""
        home = self.old_home()
        under = ["strace", "-f", "-o", "/dev/null", "-P", f"d/{name}", "-P", home / "d" / name,
                 "-e", "trace=openat", "-e", "inject=openat:error=EIO"]
        return self.run(home, under, language)

    def good(self, language):
        """The answers that may stand there in the end: a log that failed may be unknown."""
        ran = [self.run(self.old_home(), language=language)]
        if self.scene.reads:
            ran += [self.without(name, language) for name in (LOG, BOOKINGS)]
        return [(it.code, plain(it)) for it in ran]

    def old_home(self):
        home = self.world.home("fault")
        put_back(home, self.old)
        return home

    def calls(self):
        """The calls of the main thread that may fail, as name and number."""
        lines = self.log.read_text(errors="replace").splitlines()
        main = lines[0].split()[0]
        first = self.first(lines)
        counts, found = Counter(), []
        for at, line in enumerate(lines):
            match = CALL.match(line)
            if not match or match[1] != main or match[2] not in ERRORS:
                continue
            counts[match[2]] += 1
            if at >= first:
                found.append((match[2], counts[match[2]]))
        return thinned(found)

    def first(self, lines):
        """Where the part of the program begins that the scene is about."""
        reading = [at for at, it in enumerate(lines) if '"d/' in it]
        if self.scene.reads:
            return reading[0]
        place = f'"{first_place(self.scene)}'
        writing = [at for at, it in enumerate(lines) if place in it and " execve(" not in it]
        return reading[-1] + 1 if reading else writing[0]

    def faults(self):
        for call, nr in self.calls():
            for error in ERRORS[call]:
                yield call, nr, error

    def fail(self, fault):
        """One run with one fault; gives whether the call was reached."""
        call, nr, error = fault
        language = "en" if nr % 2 else "nl"
        home = self.spare.pop()
        try:
            put_back(home, self.old)
            log = home.with_suffix(".strace")
            under = ["strace", "-f", "-o", log, "-e", f"trace={call}",
                     "-e", f"inject={call}:error={error}:when={nr}"]
            ran = self.run(home, under, language)
            reached = "(INJECTED)" in log.read_text(errors="replace")
            why = self.wrong(ran, fault, language)
            if why:
                said = f"exit {ran.code}: {ran.err}"
                told = " ".join(map(str, [*under, *self.command(language)]))
                self.world.break_(f"{self.scene.name} {fault}: {why}\n    {told}", said)
            return reached
        finally:
            self.spare.append(home)

    def is_known(self, ran, call):
        """What is as it is: all stands there as it was, or all is whole."""
        command = self.scene.command
        if call == "clone3" and any(".xlsx" in it for it in command):
            # The library that makes workbooks does not go on without its threads.
            return ran.code == 101 and ran.files == self.old
        whole = [answer for answers in self.answers.values() for _, answer in answers]
        if command[0] == "new" and plain(ran) in whole:
            # The dossier was made, and then it or its log could not be read.
            reading = ("samenleven: niet gelezen", "samenleven: not read")
            return ran.code == 1 or ran.code == 2 and ran.err.startswith(reading)
        if ran.code != 2:
            return False
        # The stream was written before a file could not be put in its place.
        streams = [answer["stdout"] for answer in whole]
        return "-" in command and ran.files == self.old and ran.out in streams

    def wrong(self, ran, fault, language):
        call, _, error = fault
        if self.is_known(ran, call):
            return None
        if ran.code == 2:
            if error in AGAIN or call in WITHOUT:
                return "it fails for what needs no failure"
            if ran.files != self.old:
                return f"not all is old: {differing(ran.files, self.old)}"
            if ran.out:
                return "something stands on the output stream"
            return wrong_sentence(ran.err, language)
        if ran.code not in (0, 1):
            return "no exit code of ours"
        if "panicked" in ran.err:
            return "a panic"
        if (ran.code, plain(ran)) in self.answers[language]:
            return None
        return f"exit {ran.code}, and neither old nor new"


def first_place(scene):
    """The first place that a scene writes to."""
    words = scene.command
    return words[words.index("-o") + 1] if "-o" in words else words[1]


def plain(ran):
    """The answers without hashes: of a file that cannot be read again the hash is unknown."""
    answers = {**ran.files, "stdout": ran.out}
    return {name: without_hashes(it) for name, it in answers.items()}


def without_hashes(answer):
    if not answer or not answer.startswith(b'{\n  "format"'):
        return answer
    read = json.loads(answer)
    for source in read.get("sources", []):
        source["sha256"] = None
    return read


def differing(now, wanted):
    names = set(now) | set(wanted)
    return sorted(it for it in names if now.get(it, 0) != wanted.get(it, 0))


def thinned(calls):
    """Of a call that is made often, the first, the last and some between."""
    by_name = {}
    for name, nr in calls:
        by_name.setdefault(name, []).append(nr)
    for name, numbers in by_name.items():
        step = max(1, len(numbers) // (MOST // 3))
        edge = MOST // 3
        kept = numbers if len(numbers) <= MOST else sorted(
            {*numbers[:edge], *numbers[edge:-edge:step], *numbers[-edge:]})
        for nr in kept:
            yield name, nr


def try_scene(world, scene):
    trial = Trial(world, scene)
    reached = world.each(partial(Trial.fail, trial), list(trial.faults()))
    if not any(reached):
        world.break_(f"{scene.name}: no call was made to fail")
    return sum(reached)


def run(world):
    only = os.environ.get("SCENE")
    counted = [try_scene(world, scene) for scene in scenes() if only in (None, scene.name)]
    return f"{sum(counted)} faults in {len(counted)} commands"
