"""A slow line between two network namespaces, where the kernel has no netem.

    emulated-line.py <device namespace> <server namespace> <kbit/s each way> <round trip ms> <loss per mille>

A tunnel interface stands in each namespace (10.77.0.1 the device, 10.77.0.2 the server). Every packet that one takes
waits its turn at the rate of the line, may be lost, and comes out of the other half a round trip later; a queue
longer than 1,000 packets drops, as netem's does. Says "ready", and ends with its standard input.
"""

import collections
import fcntl
import os
import random
import select
import struct
import subprocess
import sys
import time

TUNSETIFF, IFF_TUN, IFF_NO_PI = 0x400454CA, 0x0001, 0x1000
LONGEST_QUEUE = 1_000
SEED = 7

device, server, kilobits, round_trip, loss = sys.argv[1:]
BITS_PER_SECOND = float(kilobits) * 1_000
DELAY = float(round_trip) / 2_000
LOSS = float(loss) / 1_000


def ip(*words):
    subprocess.run(["ip", *words], check=True)


def open_end(namespace, own, other):
    end = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    name = f"line{os.getpid() % 100_000}{own[-1]}"
    fcntl.ioctl(end, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TUN | IFF_NO_PI))
    ip("link", "set", name, "netns", namespace)
    ip("-n", namespace, "link", "set", "lo", "up")
    ip("-n", namespace, "addr", "add", own, "peer", other, "dev", name)
    ip("-n", namespace, "link", "set", name, "mtu", "1500", "up")
    return end


class Direction:
    def __init__(self, source, target):
        self.source, self.target = source, target
        self.packets = collections.deque()
        self.free_at = 0.0

    def take(self, now):
        packet = os.read(self.source, 65_536)
        waiting = sum(1 for leaves, _, _ in self.packets if leaves > now)
        if waiting >= LONGEST_QUEUE or chance.random() < LOSS:
            return
        self.free_at = max(self.free_at, now) + len(packet) * 8 / BITS_PER_SECOND
        self.packets.append((self.free_at, self.free_at + DELAY, packet))

    def give(self, now):
        while self.packets and self.packets[0][1] <= now:
            os.write(self.target, self.packets.popleft()[2])


chance = random.Random(SEED)
ends = open_end(device, "10.77.0.1", "10.77.0.2"), open_end(server, "10.77.0.2", "10.77.0.1")
directions = Direction(ends[0], ends[1]), Direction(ends[1], ends[0])
print("ready", flush=True)
while True:
    due = [each.packets[0][1] for each in directions if each.packets]
    patience = max(0.0, min(due) - time.monotonic()) if due else None
    readable, _, _ = select.select([*ends, sys.stdin], [], [], patience)
    now = time.monotonic()
    if sys.stdin in readable:
        break
    for each in directions:
        if each.source in readable:
            each.take(now)
        each.give(now)
