#!/usr/bin/env python3
"""TAB in bash, zsh and fish: typed at their prompts, with the scripts of the program.

    python3 tests/shells/check.py PROGRAM FOLDER

Each line is typed up to a TAB, and what has to appear then is waited for.
"""

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

PROGRAM, FOLDER = (Path(it).absolute() for it in sys.argv[1:3])
PATIENCE = 20
MARKS = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>()][A-Z0-9]?|[\x07\x08\r]")
READY = "ready-for-tab"

# What is typed and what has to appear, as words in bash or with titles in zsh and fish.
TYPED = [
    ("samenleven exp", "explain ", None),
    ("samenleven schemes p", "plan-samenleven", None),
    ("samenleven kpi --deny K1", "K10 ", None),
    ("samenleven kpi --deny warn", "warnings", None),
    ("samenleven explain K0", "K09", "een actie zonder registratie"),
    ("samenleven kpi --year ", "1  2  3", "01/10/2023 – 30/09/2024"),
    ("samenleven new x --action 2", "20  21", "Pleinmakers aanbieden"),
    ("samenleven report Mijn", r"Mijn\ dossier/", None),
]

START = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], "source {folder}/samenleven.bash"),
    "zsh": (["zsh", "-f", "-i"],
            "fpath=({folder} $fpath); autoload -Uz compinit; compinit -u -D; PS1='> '"),
    "fish": (["fish", "--no-config", "-i"], "source {folder}/samenleven.fish"),
}
SCRIPT = {"bash": "samenleven.bash", "zsh": "_samenleven", "fish": "samenleven.fish"}


class Prompt:
    """A shell behind a terminal of its own."""

    def __init__(self, command):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(FOLDER)
            os.environ.update(TERM="xterm", LINES="50", COLUMNS="120", LC_ALL="C.UTF-8",
                              HOME=str(FOLDER), PATH=f"{FOLDER}/bin:{os.environ['PATH']}")
            os.environ.pop("SAMENLEVEN_LANG", None)
            os.execvp(command[0], command)

    def type(self, text):
        os.write(self.terminal, text.encode())

    def shows(self, wanted):
        """All that is shown until everything wanted is there, or patience ends."""
        shown, until = "", time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if select.select([self.terminal], [], [], 0.1)[0]:
                try:
                    shown += os.read(self.terminal, 65536).decode("utf-8", "replace")
                except OSError:
                    break
            if all(it in MARKS.sub("", shown) for it in wanted):
                return None
        return MARKS.sub("", shown)

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.close(self.terminal)
        os.waitpid(self.pid, 0)


def wrong(shell):
    """What a shell does not show after a TAB."""
    command, start = START[shell]
    for line, word, title in TYPED:
        prompt = Prompt(command)
        prompt.type(start.format(folder=FOLDER) + "; echo ready-for''-tab\n")
        shown = prompt.shows([READY])
        if shown is None:
            # One TAB completes what is certain; bash lists the rest at a second one.
            prompt.type(line + ("\t\t" if shell == "bash" else "\t"))
            wanted = [title if title and shell != "bash" else word]
            shown = prompt.shows(wanted)
        prompt.end()
        if shown is not None:
            yield f"{shell}: after {line!r} TAB: {shown!r}"


def main():
    (FOLDER / "bin").mkdir(parents=True)
    (FOLDER / "bin/samenleven").symlink_to(PROGRAM)
    (FOLDER / "Mijn dossier").mkdir()
    told = []
    for shell, script in SCRIPT.items():
        subprocess.run((PROGRAM, "completions", shell, "-o", FOLDER / script), check=True)
        syntax = subprocess.run((shell, "-n", FOLDER / script), check=False)
        told += [f"{shell} -n: {syntax.returncode}"] if syntax.returncode else []
        told += wrong(shell)
    print(f"{len(SCRIPT)} shells, {len(TYPED)} lines each: {len(told)} failed")
    sys.exit("\n".join(told) if told else 0)


main()
