"""A real IMAP server for tests: Dovecot on loopback, its mail in a temporary folder.

It runs as whoever runs the tests; where that is root, the mail is nobody's, as Dovecot wants it.
"""

import mailbox
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Self

HOST, USER, PASSWORD = "127.0.0.1", "complaints", "open-sesame"
WAIT = 10.0  # seconds for it to begin
PLACES = "/usr/sbin:/usr/local/sbin"
CONFIGURATION = """\
protocols = imap
listen = {host}
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
ssl = no
auth_failure_delay = 0
disable_plaintext_auth = no
default_internal_user = {internal}
default_internal_group = {internal_group}
default_login_user = {login}
first_valid_uid = {uid}
mail_location = maildir:{folder}/mail
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/home
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
"""


def dovecot() -> str | None:
    """The program, where it is installed."""
    return shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:{PLACES}")


class ImapServer:
    """Dovecot with one mailbox. `deliver` puts mail into it as a mail server would."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="redress-imap-"))
        self.port = _free_port()
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        root = os.geteuid() == 0
        owner = pwd.getpwnam("nobody") if root else pwd.getpwuid(os.geteuid())
        me = pwd.getpwuid(os.geteuid()).pw_name
        conf = self.folder / "dovecot.conf"
        conf.write_text(
            CONFIGURATION.format(
                host=HOST,
                folder=self.folder,
                port=self.port,
                password=PASSWORD,
                internal="dovecot" if root else me,
                internal_group="dovecot" if root else _group(owner.pw_gid),
                login="dovenull" if root else me,
                uid=owner.pw_uid,
                gid=owner.pw_gid,
            )
        )
        self.folder.chmod(0o755)
        for name in ("mail", "home"):
            (self.folder / name).mkdir()
            os.chown(self.folder / name, owner.pw_uid, owner.pw_gid)
        self.owner = (owner.pw_uid, owner.pw_gid)
        words = [dovecot() or "dovecot", "-F", "-c", str(conf)]
        self.process = subprocess.Popen(words, stderr=subprocess.DEVNULL)
        self._await()
        return self

    def _await(self) -> None:
        """Until it listens."""
        for _ in range(int(WAIT / 0.02)):
            with socket.socket() as line:
                if line.connect_ex((HOST, self.port)) == 0:
                    return
            time.sleep(0.02)
        raise RuntimeError(f"Dovecot did not begin: {self.said()}")

    def said(self) -> str:
        """Its log."""
        log = self.folder / "log"
        return log.read_text() if log.exists() else ""

    def deliver(self, *mails: bytes) -> None:
        """Put mail into the inbox."""
        box = mailbox.Maildir(str(self.folder / "mail"), create=False)
        for name in ("cur", "new", "tmp"):
            place = self.folder / "mail" / name
            if not place.is_dir():
                place.mkdir()
                os.chown(place, *self.owner)
        for each in mails:
            key = box.add(each)
            os.chown(self.folder / "mail" / "new" / key, *self.owner)

    def lying_in(self, folder: str = "") -> int:
        """How many mails lie in a folder; the inbox unless it is named."""
        place = self.folder / "mail" / (f".{folder}" if folder else "")
        return sum(len(list((place / name).glob("*"))) for name in ("new", "cur"))

    def __exit__(self, *_: object) -> None:
        if self.process is not None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(WAIT)
        shutil.rmtree(self.folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as line:
        line.bind((HOST, 0))
        return int(line.getsockname()[1])


def _group(number: int) -> str:
    import grp

    return grp.getgrgid(number).gr_name
