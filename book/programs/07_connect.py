import select
import socket

unused = socket.create_server(("127.0.0.1", 0))
address = unused.getsockname()
unused.close()

connection = socket.socket()
connection.setblocking(False)
try:
    connection.connect(address)
except BlockingIOError:
    print("connect: it would block")

select.select([], [connection], [])
print("writeable")
error = connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
print("refused" if error else "connected")
