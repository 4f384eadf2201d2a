"""Talks to the echo server while it runs, and stops it."""

import os
import signal
import socket
import subprocess

CLIENTS = 3
TIMEOUT = 10


def talk(process: "subprocess.Popen[str]") -> str:
    """Sends some words, one client after the other; gives what the clients heard."""
    first = process.stdout.readline() if process.stdout else ""
    heard, _, port = first.rpartition(":")
    if not port.strip().isdigit():
        return first  # it has died before it could listen
    heard += "\n"
    for word in [f"word {i + 1}" for i in range(CLIENTS)]:
        echo = b""
        try:
            with socket.create_connection(("127.0.0.1", int(port)), TIMEOUT) as client:
                client.sendall(word.encode())
                while len(echo) < len(word):
                    part = client.recv(100)
                    if not part:
                        break
                    echo += part
        except OSError:
            pass  # cut off, or refused: the echo says it
        heard += f"{word}: {'heard' if echo == word.encode() else 'cut off'}\n"
    os.killpg(process.pid, signal.SIGTERM)
    return heard
