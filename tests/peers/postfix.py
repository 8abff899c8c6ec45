"""A private Postfix: takes mail by SMTP and hands all of it to one next hop."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.peers._private import answering, end, folder, free_port, needed, start

MAIN = {
    "compatibility_level": "3.6",
    "queue_directory": "{dir}/spool",
    "data_directory": "{dir}/data",
    "daemon_directory": "/usr/lib/postfix/sbin",
    "command_directory": "/usr/sbin",
    "maillog_file": "{dir}/maillog",
    "maillog_file_prefixes": "/tmp",
    "myhostname": "postfix.example",
    "mydestination": "",
    "alias_maps": "",
    "alias_database": "",
    "local_recipient_maps": "",
    "inet_interfaces": "127.0.0.1",
    "inet_protocols": "ipv4",
    "mynetworks": "127.0.0.0/8",
    "relay_domains": "clinic.example",
    "smtpd_relay_restrictions": "reject_unauth_destination",
    "relay_transport": "{next_hop}",
    "default_transport": "{next_hop}",
    "smtp_dns_support_level": "disabled",
    "message_size_limit": "64000000",
    "smtp_line_length_limit": "0",
    "lmtp_line_length_limit": "0",
    "queue_run_delay": "1s",
    "minimal_backoff_time": "1s",
}
MASTER = """\
127.0.0.1:{port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
proxywrite unix - - n - 1 proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
lmtp unix - - n - - lmtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""


@dataclass(frozen=True)
class Postfix:
    """A running instance, listening on 127.0.0.1 port `port`."""

    port: int
    home: Path

    def log(self) -> str:
        """What it said until now: no line of a message, but every address."""
        return (self.home / "maillog").read_text()

    def stop(self) -> None:
        end(self.home / "spool/pid/master.pid")

    def start(self) -> None:
        """Start it again, on the same port and queue."""
        start([needed("postfix", "postfix"), "-c", str(self.home / "etc"), "start"], self.home)
        answering(self.port)


@contextmanager
def postfix(next_hop: str, **settings: str) -> Iterator[Postfix]:
    """An instance until the block ends.

    next_hop  as in its transport table: "lmtp:inet:127.0.0.1:24", "smtp:[127.0.0.1]:25"
    settings  parameters of main.cf on top, such as smtpd_tls_cert_file
    """
    with folder("postfix") as home:
        for name in ("etc", "spool", "data"):
            (home / name).mkdir()
        shutil.chown(home / "data", "postfix")
        port = free_port()
        _write_main(home, {**MAIN, **settings}, next_hop)
        (home / "etc/master.cf").write_text(MASTER.format(port=port))
        it = Postfix(port, home)
        it.start()
        try:
            yield it
        finally:
            it.stop()


def _write_main(home: Path, settings: Mapping[str, str], next_hop: str) -> None:
    lines = (f"{key} = {value}\n" for key, value in settings.items())
    (home / "etc/main.cf").write_text("".join(lines).format(dir=home, next_hop=next_hop))
    tables = Path("/etc/postfix/dynamicmaps.cf")
    if tables.exists():
        shutil.copy(tables, home / "etc")
