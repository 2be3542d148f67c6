"""Ask for known holes of what is locked: ``python .ci/audit.py`` (needs ``pip install pip-audit``).

Exit code 1 where a locked version has a known hole. Where no server is reached, or it does not know a package, that is
said, and nothing fails: a machine without network can be CI too.
"""

import json
import subprocess
import sys
from pathlib import Path

LOCK = Path(__file__).parent / "lock.txt"
COMMAND = ("-m", "pip_audit", "--no-deps", "--disable-pip", "--format=json", "--timeout=10", "--progress-spinner=off")


def main() -> int:
    """Print what is known of each locked package that has a hole, and how many nobody was asked about."""
    try:
        done = subprocess.run(
            [sys.executable, *COMMAND, "-r", str(LOCK)], capture_output=True, text=True, check=False, timeout=300
        )
        packages = json.loads(done.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, ValueError, KeyError) as error:
        print(f"audit: no answer ({type(error).__name__}); nothing is known of the locked packages")
        return 0
    holes = [(package, hole) for package in packages for hole in package.get("vulns", ())]
    for package, hole in holes:
        print(f"audit: {package['name']} {package['version']}: {hole['id']}, mended in {hole['fix_versions']}")
    unknown = sum("skip_reason" in package for package in packages)
    print(f"audit: {len(packages)} locked packages, {unknown} that the server does not know, {len(holes)} known holes")
    return int(bool(holes))


if __name__ == "__main__":
    sys.exit(main())
