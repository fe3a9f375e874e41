"""Where the program is tried: a dossier, what stands beside it, and one run of it."""

import os
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOSSIER = ROOT / "examples/zonneberg"
LOG = "voortgang.csv"
BOOKINGS = "boekingen.csv"
# A row of the log that is welcome.
ROW = ["--action", "5", "--count", "3", "--date", "2023-03-01"]
UNFINISHED = ".samenleven-"
PATIENCE = 300
# Words of the system's that a reader should not meet.
STRANGE = ("os error", "panicked", "Permission denied", "RUST_BACKTRACE", "No such file")


@dataclass
class Ran:
    """What a run came to."""

    code: int
    out: bytes
    err: str
    files: dict


@dataclass
class World:
    """The program, a folder to try it in, and what broke so far."""

    program: Path
    folder: Path
    kills: int
    seed: int
    broken: list = field(default_factory=list)
    made: int = 0

    def home(self, name):
        """A new folder that holds a copy of the dossier."""
        self.made += 1
        home = self.folder / f"{name}-{self.made}"
        home.mkdir()
        shutil.copytree(DOSSIER, home / "d")
        return home

    def break_(self, what, said=""):
        self.broken.append(f"{what}\n    {said.strip()[:2000]}")

    def each(self, work, items):
        """Does the work for all items, as many at once as there are cores."""
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            return list(pool.map(work, items))


def look(folder):
    """All that stands in a folder and below it: bytes by name, None for a folder."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_symlink():
            found[name] = os.readlink(path).encode()
        elif path.is_file():
            found[name] = path.read_bytes()
        else:
            found[name] = None
    return found


def put_back(folder, files):
    """Makes a folder hold these files and nothing else."""
    now = look(folder)
    if now == files:
        return
    for name in sorted(set(now) - set(files), reverse=True):
        path = folder / name
        path.rmdir() if now[name] is None else path.unlink()
    for name, content in sorted(files.items()):
        path = folder / name
        if content is None:
            path.mkdir(exist_ok=True)
        elif now.get(name) != content:
            path.write_bytes(content)


def run(command, home, stdout=None, **more):
    """One run. It may not hang, and its output is kept."""
    ran = subprocess.run(
        [str(it) for it in command],
        cwd=home,
        env={"PATH": os.environ["PATH"]},
        stdin=subprocess.DEVNULL,
        stdout=stdout or subprocess.PIPE,
        stderr=subprocess.PIPE,
        timeout=PATIENCE,
        check=False,
        **more,
    )
    err = ran.stderr.decode(errors="replace")
    return Ran(ran.returncode, ran.stdout or b"", err, look(home))


def wrong_sentence(err, language, about=None):
    """What is wrong with the sentence of a failure; None when nothing is."""
    lines = err.strip().splitlines()
    if len(lines) != 1:
        return f"{len(lines)} lines, not one sentence"
    if not lines[0].startswith("samenleven: "):
        return "it does not begin with the program's name"
    if any(word in err for word in STRANGE):
        return "it holds the system's own words"
    parts = {"nl": ("niet gelezen", "niet geschreven", "niets bijgeschreven", "niets gemaakt"),
             "en": ("not read", "not written", "nothing was added", "nothing was made")}
    if not lines[0].removeprefix("samenleven: ").startswith(parts[language]):
        return "it does not say what was being done, in the language asked for"
    if about and not any(name in err for name in about):
        return f"it names none of {about}"
    return None
