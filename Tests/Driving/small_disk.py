"""A disk that is soon full."""

import subprocess
import tempfile
from pathlib import Path


class SmallDisk:
    """A file system in memory, mounted on a folder; only root may make one."""

    def __init__(self, megabytes):
        self.folder = Path(tempfile.mkdtemp(prefix="touchstone-small-"))
        self.ballast = self.folder / "ballast"
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(self.folder)],
            capture_output=True,
            text=True,
        )
        if done.returncode:
            self.folder.rmdir()
            raise PermissionError(done.stderr.strip())

    def fill(self):
        """Takes what is left, to the last page."""
        with open(self.ballast, "ab", buffering=0) as file:
            for size in (1 << 16, 1 << 12):
                try:
                    while file.write(b"x" * size) == size:
                        pass
                except OSError:
                    continue

    def empty(self):
        self.ballast.unlink()

    def unmount(self):
        subprocess.run(["umount", "-l", str(self.folder)], capture_output=True)
        self.folder.rmdir()
