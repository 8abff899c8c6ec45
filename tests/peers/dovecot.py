"""A private Dovecot 2.3: a mailbox server by LMTP, read back by IMAP."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from imapclient import IMAPClient

from tests.peers._private import end, folder, free_port, needed, start

PACKAGES = "dovecot-imapd dovecot-lmtpd"
USER = "dana"
PASSWORD = "a password of the tests"
ARRIVES_WITHIN_S = 20.0
# IDLE alone is not enough: Dovecot may notice what came just before it only 30 s later.
LOOK_EVERY_S = 0.2

CONFIG = """\
base_dir = {dir}/run
state_dir = {dir}/state
instance_name = {name}
log_path = {dir}/log
protocols = imap lmtp
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_username_format = %Ln
auth_mechanisms = plain login
default_vsz_limit = 512M
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:~/Maildir
mail_max_userip_connections = 100
hostname = dovecot.example
postmaster_address = postmaster@clinic.example
passdb {{
  driver = passwd-file
  args = scheme=PLAIN {dir}/users
}}
userdb {{
  driver = passwd-file
  args = {dir}/users
}}
service auth {{
  unix_listener {dir}/auth {{
    mode = 0666
  }}
}}
service imap-login {{
  inet_listener imap {{
    address = 127.0.0.1
    port = {imap}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp}
  }}
}}
"""


@dataclass(frozen=True)
class Dovecot:
    """A running instance with one user, USER with PASSWORD; auth: socket for a server's SASL."""

    lmtp: int
    imap: int
    home: Path

    @property
    def auth(self) -> Path:
        return self.home / "auth"

    def mails(self, count: int) -> list[bytes]:
        """All messages in the inbox, in order of arrival, once there are so many."""
        until = time.monotonic() + ARRIVES_WITHIN_S
        with IMAPClient("127.0.0.1", self.imap, ssl=False) as client:
            client.login(USER, PASSWORD)
            client.select_folder("INBOX", readonly=True)
            while len(found := client.search()) < count:
                assert time.monotonic() < until, f"{len(found)} of {count} messages arrived"
                client.idle()
                client.idle_check(timeout=LOOK_EVERY_S)
                client.idle_done()
            fetched = client.fetch(found, ["BODY.PEEK[]"])
        return [fetched[number][b"BODY[]"] for number in sorted(found)]


@contextmanager
def dovecot() -> Iterator[Dovecot]:
    """An instance until the block ends."""
    program = needed("dovecot", PACKAGES)
    assert Path("/usr/lib/dovecot/lmtp").exists(), f"apt-get install {PACKAGES}"
    with folder("dovecot") as home:
        for name in ("run", "state", "mail"):
            (home / name).mkdir()
        shutil.chown(home / "mail", "nobody", "nogroup")
        users = home / "users"
        users.write_text(f"{USER}:{{PLAIN}}{PASSWORD}:65534:65534::{home}/mail/{USER}::\n")
        it = Dovecot(lmtp=free_port(), imap=free_port(), home=home)
        text = CONFIG.format(dir=home, name=home.name, lmtp=it.lmtp, imap=it.imap)
        (home / "dovecot.conf").write_text(text)
        start([program, "-c", str(home / "dovecot.conf")], home)
        try:
            yield it
        finally:
            end(home / "run/master.pid")
