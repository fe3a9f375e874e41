"""A disk of its own that is too small, has no room for a name, or can only be read.

The disks exist in a namespace of their own, so that no right is needed to make them and
nothing is left of them.
"""

import json
import subprocess
import sys
from pathlib import Path

import scene
from scene import LOG, ROW, World, look, put_back, wrong_sentence

OLD = b"the old answer\n"
COMMANDS = {
    "json": (["report", "d", "-q", "-o", "uit.json"], {"uit.json": OLD}),
    "html": (["report", "d", "-q", "-o", "uit.html"], {"uit.html": OLD}),
    "xlsx": (["report", "d", "-q", "-o", "uit.xlsx"], {"uit.xlsx": OLD}),
    "several": (["report", "d", "-q", "-o", "uit.md", "-o", "uit.txt", "-o", "t/"],
                {"uit.md": OLD, "uit.txt": OLD, "t": None, "t/kpi.csv": OLD}),
    "folder": (["report", "d", "-q", "--format", "csv-excel", "-o", "nieuw/"], {}),
    "log": (["log", "d", "-q", *ROW, "--note", "n" * 5000], {}),
    "new": (["new", "nieuw", "--action", "5", "-q"], {}),
    "man": (["man", "-o", "man/"], {}),
    "stream": (["report", "d", "-q", "--format", "json"], {}),
}


class Disk:
    """A disk with these options, as long as it is needed."""

    def __init__(self, place, options):
        self.place, self.options = place, options

    def __enter__(self):
        self.place.mkdir(exist_ok=True)
        mount = ["mount", "-t", "tmpfs", "-o", self.options, "tmpfs", self.place]
        subprocess.run(mount, check=True)
        return self.place

    def __exit__(self, *_):
        subprocess.run(["umount", "-l", self.place], check=True)


def sizes(command):
    """Options of disks, from one that holds the old files and no more."""
    if command == "log":
        # The page of the log that is begun holds a row; the one after it does not.
        yield from (f"size={pages * 4}k" for pages in range(15, 20))
        return
    yield from (f"size={pages * 4}k" for pages in [*range(14, 26), *range(26, 120, 6)])
    yield from (f"size=8m,nr_inodes={inodes}" for inodes in range(6, 32, 2))


def trial(world, name, options, read_only=False):
    command, before = COMMANDS[name]
    with Disk(world.folder / "disk", options) as home:
        try:
            put_back(home, {**DOSSIER, **before})
        except OSError:
            return 0
        old = look(home)
        if read_only:
            subprocess.run(["mount", "-o", "remount,ro", home], check=True)
        out = (home / "uit.stream").open("wb") if name == "stream" and not read_only else None
        ran = scene.run([world.program, *command], home, stdout=out)
        if out:
            out.close()
            ran.out = ran.files.pop("uit.stream")
        judge(world, f"{name} on a disk of {options}", ran, (old, name))
    return 1


def judge(world, what, ran, wanted):
    old, name = wanted
    new, answer = NEW[name]
    if ran.code == 2:
        why = None if ran.files == old else "not all is old"
        why = why or ("something stands on the output stream" if ran.out else None)
        why = why or wrong_sentence(ran.err, "nl")
    else:
        is_new = ran.code in (0, 1) and (ran.files, ran.out) == (new, answer)
        why = None if is_new else f"exit {ran.code}, and not all is new"
    if why:
        world.break_(f"{what}: {why}", ran.err)


DOSSIER = {"d": None}
NEW = {}


def inside(program, folder):
    """What is done in the namespace; gives what broke as JSON."""
    world = World(program, folder, 0, 0)
    tried = 0
    for path in scene.DOSSIER.iterdir():
        if path.name in ("dossier.toml", LOG, scene.BOOKINGS):
            DOSSIER[f"d/{path.name}"] = path.read_bytes()
    for name, (command, before) in COMMANDS.items():
        with Disk(folder / "disk", "size=64m") as home:
            put_back(home, {**DOSSIER, **before})
            ran = scene.run([program, *command], home)
            NEW[name] = (ran.files, ran.out)
        for options in sizes(name):
            tried += trial(world, name, options)
        if name != "stream":
            tried += trial(world, name, "size=64m", read_only=True)
    print(json.dumps({"tried": tried, "broken": world.broken}))


def run(world):
    told = subprocess.run(
        ["unshare", "--map-root-user", "--mount", sys.executable, "-B", __file__,
         str(world.program), str(world.folder)],
        capture_output=True, text=True, check=False)
    if told.returncode:
        world.break_("no disk could be made here", told.stderr)
        return "0 disks"
    found = json.loads(told.stdout)
    world.broken += found["broken"]
    return f"{found['tried']} disks too small, full of names or only to be read"


if __name__ == "__main__":
    inside(*map(Path, sys.argv[1:3]))
