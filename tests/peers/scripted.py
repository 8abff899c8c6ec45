"""A mail server of a few lines that says what it is told to say, for one check."""

import socket
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Server(socketserver.ThreadingTCPServer):
    """Speaks as much SMTP as a check needs."""

    allow_reuse_address = True
    daemon_threads = True
    greeting = b"220 mx.test.example ESMTP"
    offers: tuple[bytes, ...] = ()
    hello = b"EHLO"
    tls: ssl.SSLContext | None = None
    implicit = False

    def __init__(self) -> None:
        self.heard: list[bytes] = []
        super().__init__(("127.0.0.1", 0), Talk)

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class Talk(socketserver.BaseRequestHandler):
    server: Server

    def handle(self) -> None:
        server, sock = self.server, self.request
        try:
            if server.implicit and server.tls:
                sock = server.tls.wrap_socket(sock, server_side=True)
            sock.sendall(server.greeting + b"\r\n")
            while line := self._line(sock):
                server.heard.append(line)
                if line.upper().startswith(b"STARTTLS") and server.tls:
                    sock.sendall(b"220 go on\r\n")
                    sock = server.tls.wrap_socket(sock, server_side=True)
                else:
                    sock.sendall(self._answer(line))
        except OSError:
            pass  # the check hung up
        finally:
            sock.close()

    def _line(self, sock: socket.socket) -> bytes:
        line = b""
        while not line.endswith(b"\n") and (more := sock.recv(1)):
            line += more
        return line

    def _answer(self, line: bytes) -> bytes:
        verb = line[:4].upper()
        if verb == self.server.hello:
            rows = [b"mx.test.example", *self.server.offers]
            last = len(rows) - 1
            return b"".join(
                b"250" + (b" " if n == last else b"-") + row + b"\r\n" for n, row in enumerate(rows)
            )
        if verb == b"AUTH":
            return b"535 5.7.8 wrong\r\n" if b"d3Jvbmc=" in line else b"235 2.7.0 in\r\n"
        return b"221 bye\r\n" if verb == b"QUIT" else b"502 5.5.1 no\r\n"


@contextmanager
def running(server: Server) -> Iterator[Server]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
