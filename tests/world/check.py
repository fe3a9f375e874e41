#!/usr/bin/env python3
"""The program in a bad world: the old file or the new one, never a half; 2 and a sentence.

    python3 tests/world/check.py PROGRAM FOLDER [--kills N] [--seed S] [PART ...]

FOLDER is made; where it exists it must be empty. The parts, all of them where none is
named:

    faults   each call of the system that an answer goes through fails in turn (strace)
    changes  a file that is being read is cut, replaced, taken away or added to (strace)
    doors    no permission, no room, folders, pipes, devices and links in the way
    pipes    whoever reads an answer stops after so many bytes
    kills    the program is killed at moments that the seed chooses, N for each target

It ends with 1 where something broke, and says with which command it is seen again.
"""

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

# Nothing is left beside the scripts.
sys.dont_write_bytecode = True

import changes
import doors
import faults
import kills
import pipes
from scene import World

# Of what broke in one command, so much is shown.
MOST_SHOWN = 3

PARTS = {
    "faults": faults.run,
    "changes": changes.run,
    "doors": doors.run,
    "pipes": pipes.run,
    "kills": kills.run,
}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART")
    parser.add_argument("--kills", type=int, default=250)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    if any(asked.folder.iterdir()):
        sys.exit(f"{asked.folder} is not empty")
    world = World(asked.program.absolute(), asked.folder.absolute(), asked.kills, asked.seed)
    for name in asked.parts or PARTS:
        begin = time.monotonic()
        counted = PARTS[name](world)
        took = time.monotonic() - begin
        print(f"{name}: {counted} ({took:.0f} s)", flush=True)
    shown = Counter()
    for broken in world.broken:
        about = broken.split()[0]
        shown[about] += 1
        if shown[about] <= MOST_SHOWN:
            print(f"\nBROKEN {broken}")
    for about, count in shown.items():
        print(f"{about}: {count} broken")
    print(f"\n{len(world.broken)} broken")
    sys.exit(1 if world.broken else 0)


if __name__ == "__main__":
    main()
