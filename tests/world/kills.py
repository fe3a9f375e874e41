"""The program is killed: at moments that the seed chooses, and at each call of the system.

A kill that no program sees coming leaves each file old or new, and at most a name that
begins with `.samenleven-`. A signal that the program sees leaves all files old or all of
them new, and no other name.
"""

import random
import signal
import subprocess
import time
from functools import partial

import faults
import scene
from scene import ROW, UNFINISHED, look, put_back

OLD = b"the old answer\n"
REPORT = ["report", "d", "--quiet"]
TARGETS = {
    "json": ([*REPORT, "-o", "uit.json"], {"uit.json": OLD}),
    "html": ([*REPORT, "-o", "uit.html"], {"uit.html": OLD}),
    "xlsx": ([*REPORT, "-o", "uit.xlsx"], {"uit.xlsx": OLD}),
    "md": ([*REPORT, "-o", "uit.md"], {"uit.md": OLD}),
    "txt": ([*REPORT, "-o", "uit.txt"], {"uit.txt": OLD}),
    "csv": (["kpi", "d", "--quiet", "-o", "kpi.csv"], {"kpi.csv": OLD}),
    "folder": ([*REPORT, "-o", "t/"], {"t": None, "t/kpi.csv": OLD}),
    "several": ([*REPORT, "-o", "uit.html", "-o", "uit.json", "-o", "t/"],
                {"uit.html": OLD, "uit.json": OLD, "t": None, "t/kpi.csv": OLD}),
    "log": (["log", "d", "--quiet", *ROW], {}),
}
# At each of these calls the program is killed in turn.
CALLS = ["write", "fsync", "fdatasync", "rename", "renameat", "link", "linkat", "openat",
         "unlink", "mkdir", "flock"]


def half(now, old, new):
    """The files that are neither old nor new, and names that are not ours to leave."""
    left = {name: it for name, it in now.items() if not name.split("/")[-1].startswith(UNFINISHED)}
    names = set(left) | set(old) | set(new)
    absent = object()
    return sorted(name for name in names
                  if left.get(name, absent) not in (old.get(name, absent), new.get(name, absent)))


def at_random(world, item):
    """Kills one target so often, and counts how many came before the end."""
    number, (name, (command, before)) = item
    chance = random.Random(world.seed * 1000 + number)
    home = world.home("kill")
    put_back(home, {**look(home), **before})
    old = look(home)
    begin = time.monotonic()
    scene.run([world.program, *command], home)
    took = time.monotonic() - begin
    new = look(home)
    early = stray = 0
    for turn in range(world.kills):
        put_back(home, old)
        child = subprocess.Popen(
            [str(world.program), *command], cwd=home, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={})
        time.sleep(chance.uniform(0, took * 1.2))
        child.send_signal(signal.SIGKILL)
        early += child.wait() == -signal.SIGKILL
        now = look(home)
        stray += any(UNFINISHED in it for it in now)
        if wrong := half(now, old, new):
            world.break_(f"kill {turn} of {name}, seed {world.seed}: half: {wrong}")
    put_back(home, old)
    again = scene.run([world.program, *command], home)
    if again.files != new:
        world.break_(f"after all kills of {name} an answer is not what it was", again.err)
    if not early:
        world.break_(f"no kill of {name} came before its end")
    return early, stray


class Struck(faults.Trial):
    """A scene whose program gets a signal at each of its calls in turn."""

    def strikes(self):
        wanted = [(call, nr) for call, nr in self.calls() if call in CALLS]
        return [(*it, sent) for it in wanted for sent in ("KILL", "TERM")]

    def strike(self, blow):
        call, nr, sent = blow
        home = self.spare.pop()
        try:
            put_back(home, self.old)
            under = ["strace", "-f", "-o", home.with_suffix(".strace"), "-e", f"trace={call}",
                     "-e", f"inject={call}:signal=SIG{sent}:when={nr}"]
            ran = self.run(home, under)
            new = self.new
            wrong = half(ran.files, self.old, new)
            whole = sent == "KILL" or ran.files in (self.old, new)
            if wrong or not whole:
                told = " ".join(map(str, [*under, *self.command()]))
                self.world.break_(f"SIG{sent} at {call} {nr} of {self.scene.name}: {wrong}\n    {told}")
        finally:
            self.spare.append(home)


def at_each_call(world):
    struck = 0
    for one in faults.scenes():
        if one.name not in ("uit.json", "several", "new folder", "log", "new", "man"):
            continue
        trial = Struck(world, one)
        trial.new = trial.run(trial.old_home()).files
        blows = trial.strikes()
        world.each(partial(Struck.strike, trial), blows)
        struck += len(blows)
    return struck


def run(world):
    counted = world.each(partial(at_random, world), list(enumerate(TARGETS.items())))
    early, stray = (sum(it) for it in zip(*counted))
    struck = at_each_call(world)
    return (f"seed {world.seed}: {world.kills} kills for each of {len(TARGETS)} targets, {early} of "
            f"them before its end, {stray} left an unfinished name; {struck} signals at calls")
