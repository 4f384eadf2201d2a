"""An echo server and three clients at once, all in one loop."""

import socket

from events import Spawn
from loop import run
from operations import accept, connect, recv, send_all


class EchoServer:
    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.setblocking(False)
        self.port = self.listener.getsockname()[1]
        self.stopping = False

    async def serve(self):
        with self.listener:
            while True:
                try:
                    connection = await accept(self.listener)
                except OSError:
                    if not self.stopping:
                        raise
                    break
                await Spawn(self.echo(connection))

    async def echo(self, connection):
        with connection:
            while True:
                data = await recv(connection, 1, 65536)
                if not data:
                    break
                await send_all(connection, data)

    def stop(self):
        self.stopping = True
        self.listener.shutdown(socket.SHUT_RD)


class Clients:
    def __init__(self, server):
        self.server = server
        self.heard = {}

    async def talk(self, name, size):
        message = (name * size).encode()
        with await connect("localhost", self.server.port) as connection:
            await send_all(connection, message)
            connection.shutdown(socket.SHUT_WR)
            self.heard[name] = (await recv(connection, size + 1)).decode()
        if len(self.heard) == 3:
            self.server.stop()


server = EchoServer()
clients = Clients(server)
run(
    server.serve(),
    clients.talk("a", 5),
    clients.talk("b", 5000),
    clients.talk("c", 100000),
)
for name, echo in sorted(clients.heard.items()):
    print(name, "heard", len(echo), "B,", echo.count(name), "of its own")
print("the server has stopped")
