"""The peers: Postfix, Dovecot with Pigeonhole, Postfix with Zeyple, as private instances.

Each lives in a folder of its own that Postfix's and Dovecot's users may enter, listens on
127.0.0.1 alone, and is set as a careful owner would: fsync on, log file on.
"""

import shutil
import subprocess
import time
from pathlib import Path

from load import THERAPIST
from servers import NotThere, emptied, end, free_port, greets, pid_in, quietly

APT = "apt-get install --no-install-recommends postfix dovecot-lmtpd dovecot-sieve"
NEEDED = ("/usr/sbin/postfix", "/usr/sbin/dovecot", "/usr/bin/sievec", "/usr/lib/dovecot/lmtp")

POSTFIX_MAIN = """\
compatibility_level = 3.6
maillog_file = {folder}/mail.log
maillog_file_prefixes = /var, /tmp
queue_directory = {folder}/queue
data_directory = {folder}/data
daemon_directory = /usr/lib/postfix/sbin
command_directory = /usr/sbin
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = peer.example
mydestination =
mynetworks = 127.0.0.0/8
relay_domains = clinic.example
relay_recipient_maps =
relayhost = [127.0.0.1]:{sink}
smtp_dns_support_level = disabled
smtp_host_lookup = native
alias_maps =
alias_database =
message_size_limit = 67108864
smtpd_client_connection_count_limit = 0
smtpd_client_connection_rate_limit = 0
"""
# name, type, private, unprivileged, chroot, wake-up, most processes, program
POSTFIX_MASTER = """\
127.0.0.1:{port} inet n - n - - smtpd
pickup   unix n - n 60 1 pickup
cleanup  unix n - n - 0 cleanup
qmgr     unix n - n 300 1 qmgr
rewrite  unix - - n - - trivial-rewrite
bounce   unix - - n - 0 bounce
defer    unix - - n - 0 bounce
trace    unix - - n - 0 bounce
verify   unix - - n - 1 verify
flush    unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp     unix - - n - - smtp
relay    unix - - n - - smtp
showq    unix n - n - - showq
error    unix - - n - - error
retry    unix - - n - - error
anvil    unix - - n - 1 anvil
scache   unix - - n - 1 scache
postlog  unix-dgram n - n - 1 postlogd
"""
ZEYPLE_MAIN = "content_filter = zeyple\n"
ZEYPLE_MASTER = """\
zeyple unix - n n - - pipe
  user=nobody:nogroup directory={folder}/zeyple argv=/usr/bin/python3 {program} ${{recipient}}
127.0.0.1:{back} inet n - n - 10 smtpd
  -o content_filter=
  -o receive_override_options=no_unknown_recipient_checks,no_header_body_checks,no_milters
"""
ZEYPLE_CONF = """\
[zeyple]
log_file = {folder}/zeyple/zeyple.log
force_encrypt = 1
[gpg]
home = {folder}/zeyple/keys
[relay]
host = 127.0.0.1
port = {back}
"""
DOVECOT = """\
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
protocols = lmtp
listen = 127.0.0.1
ssl = no
mail_location = maildir:~/Maildir
mail_fsync = optimized
first_valid_uid = 1
first_valid_gid = 1
passdb {{
  driver = static
  args = password=none
}}
userdb {{
  driver = static
  args = uid=nobody gid=nogroup home={folder}/mail/%n
}}
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {port}
  }}
}}
hostname = peer.example
postmaster_address = postmaster@clinic.example
submission_host = 127.0.0.1:{sink}
lda_mailbox_autocreate = yes
protocol lmtp {{
  mail_plugins = sieve
}}
plugin {{
  sieve = file:{folder}/scripts;active={folder}/active.sieve
}}
"""
VACATION = f"""\
require ["vacation"];
vacation :days 1 :subject "Automatic reply" :from "{THERAPIST}" :addresses ["{THERAPIST}"]
"This is an automatic reply. Mail is not watched between sessions. In an emergency call 911.";
"""


def missing() -> str:
    """The line that installs what is not there; "" when all is."""
    return "" if all(Path(path).exists() for path in NEEDED) else APT


class Postfix:
    """Store and forward to the sink."""

    name = "Postfix"
    lmtp = False

    def __init__(self, folder: Path, sink: int) -> None:
        self.port = free_port()
        self.pid = 0
        self._pid_file = folder / "queue/pid/master.pid"
        self._etc = folder / "etc"
        for name in ("etc", "queue", "data"):
            (folder / name).mkdir(parents=True)
        shutil.chown(folder / "data", "postfix")
        places = {"folder": folder, "sink": sink, "port": self.port}
        (self._etc / "main.cf").write_text(POSTFIX_MAIN.format(**places))
        (self._etc / "master.cf").write_text(POSTFIX_MASTER.format(**places))

    def start(self) -> float:
        began = time.monotonic()
        command = ["postfix", "-c", str(self._etc), "start"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
            greets(self.port)
            took = time.monotonic() - began
        self.pid = pid_in(self._pid_file)
        return took

    def stop(self) -> None:
        end(self._pid_file)

    def clean(self) -> None:
        """Its queue is empty after a run that lost nothing."""


class Zeyple(Postfix):
    """Postfix that hands each message to Zeyple, which encrypts it and hands it back.

    ring  a GnuPG folder that holds the public key
    """

    name = "Postfix + Zeyple"

    def __init__(self, folder: Path, sink: int, *, program: Path, ring: Path) -> None:
        super().__init__(folder, sink)
        self._own = folder / "zeyple"
        places = {"folder": folder, "program": program.resolve(), "back": free_port()}
        with (self._etc / "main.cf").open("a") as file:
            file.write(ZEYPLE_MAIN)
        with (self._etc / "master.cf").open("a") as file:
            file.write(ZEYPLE_MASTER.format(**places))
        ignored = shutil.ignore_patterns("S.*", "*.lock", ".#*")
        shutil.copytree(ring, self._own / "keys", ignore=ignored)
        (self._own / "zeyple.conf").write_text(ZEYPLE_CONF.format(**places))
        for path in (self._own, *self._own.rglob("*")):
            shutil.chown(path, "nobody", "nogroup")

    @staticmethod
    def missing(program: Path | None) -> str:
        """Why it cannot take part and what to do; "" when it can."""
        if program is None:
            return (
                "get it with `git clone https://github.com/infertux/zeyple` and "
                "`apt-get install python3-gpg`, then add --zeyple zeyple/zeyple/zeyple.py"
            )
        if not program.is_file():
            return f"there is no file {program}"
        try:
            quietly("/usr/bin/python3", "-c", "import gpg")
        except NotThere:
            return "apt-get install --no-install-recommends python3-gpg"
        return ""


class Pigeonhole:
    """Dovecot's LMTP server with a Sieve vacation; the reply goes straight to the sink."""

    name = "Dovecot LMTP + Pigeonhole"
    lmtp = True

    def __init__(self, folder: Path, sink: int) -> None:
        self.port = free_port()
        self.pid = 0
        self._folder = folder
        self._pid_file = folder / "run/master.pid"
        for name in ("run", "state", "scripts"):
            (folder / name).mkdir(parents=True)
        self.clean()
        self._conf = folder / "dovecot.conf"
        self._conf.write_text(DOVECOT.format(folder=folder, sink=sink, port=self.port))
        script = folder / "scripts/vacation.sieve"
        script.write_text(VACATION)
        (folder / "active.sieve").symlink_to(script)
        quietly("sievec", "-c", str(self._conf), str(script))

    def start(self) -> float:
        began = time.monotonic()
        # Its daemon keeps the streams it was given open, so none of them may be a pipe.
        command = ["dovecot", "-c", str(self._conf)]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
            greets(self.port)
            took = time.monotonic() - began
        self.pid = pid_in(self._pid_file)
        return took

    def stop(self) -> None:
        end(self._pid_file)

    def clean(self) -> None:
        """An empty mailbox and no memory of whom it answered, or it slows down run by run."""
        emptied(self._folder / "mail", "nobody", "nogroup")
