"""A client's side of a connection, the plain way: a socket that blocks."""

import socket
import threading

from server import DEADLINE, IDLE, Failure, Server, expect, wait_until

BLOCK = bytes(range(256)) * 4096  # 1 MiB
FLOOD = BLOCK * 64  # more than the kernel's buffers hold on the way there and back


def connect(server: Server) -> socket.socket:
    """Connects; what blocks for too long is a socket.timeout."""
    return socket.create_connection(server.address, DEADLINE)


def hear(client: socket.socket, amount: int = len(FLOOD) + 1) -> bytes:
    """Receives so many bytes, or what comes before the end of the connection."""
    heard = bytearray()
    try:
        while len(heard) < amount:
            part = client.recv(min(amount - len(heard), 65536))
            if not part:
                break
            heard += part
    except ConnectionResetError:
        pass  # an end, too
    except socket.timeout:
        raise Failure(f"no answer for {DEADLINE} s, after {len(heard)} B") from None
    return bytes(heard)


def refused(server: Server) -> bool:
    """Whether the server takes no more clients."""
    try:
        connect(server).close()
        return False
    except ConnectionRefusedError:
        return True


class Flood:
    """A client that sends 64 MiB and does not read: it sends what the server takes."""

    def __init__(self, server: Server) -> None:
        self.connection = connect(server)
        wait_until(lambda: server.descriptors() == IDLE + 1, "the flood is accepted")
        self.sent = 0
        self.thread = threading.Thread(target=self.send)
        self.thread.start()

    def send(self) -> None:
        """Sends until all is sent, or the connection is gone."""
        data = memoryview(FLOOD)
        try:
            while self.sent < len(FLOOD):
                self.sent += self.connection.send(data[self.sent : self.sent + len(BLOCK)])
            self.connection.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # what has been sent is counted

    def read(self) -> int:
        """Reads until the end, and counts; it must be what was sent."""
        heard = hear(self.connection)
        self.thread.join()
        self.connection.close()
        expect(FLOOD.startswith(heard), "what came back is not what was sent")
        return len(heard)
