"""Sets Evenhand up and runs it, from a fresh machine on: `python3 packaging/dev.py run`.

    run [arguments]   open Evenhand on a fresh copy of the sample, or run it with `arguments`
    test [arguments]  run the tests headless; `arguments` go to pytest
    check             lint, format, types and import contracts
    setup             set up .venv and stop
    bundle            build dist/evenhand, a folder that needs no Python
    gallery           draw every chart of the sample, at three sizes and in both themes, into dist/gallery
    bench             measure, side by side with yardsticks, and say which goals were met

It needs nothing but Python. An older Python must be able to read this file, to be told in a sentence what is
missing: so no syntax here that Python 3.6 lacks.
"""

import hashlib
import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PACKAGING = os.path.join(ROOT, "packaging")
SUPPORTED = ((3, 11), (3, 12), (3, 13), (3, 14))
# Raise when what prepare() does changes, so that each .venv is brought up to date once.
RECIPE = "1"
# The import contracts' checker has no `python -m` of its own.
CONTRACTS = "from importlinter.cli import lint_imports_command as main; main()"
# Commands of `evenhand` that draw no window and so need no display.
WINDOWLESS = ("new", "import", "export", "article", "attach", "series", "changes", "case", "charts", "chart")
WINDOWLESS += ("brief", "screenshot", "check", "-h", "--help", "--version")

sys.path.insert(0, PACKAGING)


class Stop(Exception):
    """Ends with one sentence for the person at the keyboard, and exit code 2."""


def say(text: str) -> None:
    """Print one line now, also where the output is piped."""
    print(text, flush=True)


# ------------------------------------------------------------------ which Python


def words(version: tuple) -> str:
    """(3, 11) as "3.11"."""
    return "{}.{}".format(*version[:2])


def version_of(command: list) -> tuple:
    """The Python version `command` starts, or () where it starts none."""
    ask = "import sys; print(sys.version_info[0], sys.version_info[1])"
    try:
        done = subprocess.run(command + ["-c", ask], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    except OSError:
        return ()
    return tuple(int(part) for part in done.stdout.split()) if done.returncode == 0 else ()


def another_python() -> list:
    """The command of a supported Python elsewhere on this machine, newest first; [] where there is none."""
    for version in reversed(SUPPORTED):
        command = ["py", "-" + words(version)] if os.name == "nt" else ["python" + words(version)]
        if shutil.which(command[0]) and version_of(command) == version:
            return command
    return []


def require_python(arguments: list) -> None:
    """Go on with a supported Python: this one, or another found here; Stop where there is none."""
    if sys.version_info[:2] in SUPPORTED:
        return
    mine = words(sys.version_info)
    found = another_python()
    if not found:
        raise Stop(
            f"Evenhand needs Python 3.11 to 3.14, and this is Python {mine}: install one of them "
            "(Debian 12, Ubuntu 24.04 and newer bring one as python3), and run this again."
        )
    say("This is Python {}; going on with {}, which Evenhand supports.".format(mine, " ".join(found)))
    become(found + [os.path.abspath(__file__)] + arguments, dict(os.environ))


def become(command: list, env: dict) -> None:
    """Replace this process by `command`; on Windows, wait for it and pass its exit code on."""
    sys.stdout.flush()
    if os.name == "nt":
        sys.exit(subprocess.call(command, env=env))
    os.execvpe(command[0], command, env)


# ------------------------------------------------------------------ the environment


def python_in(folder: str) -> str:
    """The Python of the virtual environment `folder`."""
    return os.path.join(folder, "Scripts", "python.exe") if os.name == "nt" else folder + "/bin/python"


def stamp(lock: str) -> str:
    """What an environment made here and now from the file `lock` is called; any change of it means work."""
    with open(lock, "rb") as file:
        told = file.read().replace(b"\r\n", b"\n")
    parts = (RECIPE, sys.implementation.name, words(sys.version_info), ROOT)
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape") + told).hexdigest()


def is_current(folder: str, lock: str) -> bool:
    """Whether `folder` was finished from exactly this lock, Python and place."""
    try:
        with open(os.path.join(folder, "evenhand.stamp")) as file:
            return file.read() == stamp(lock) and os.path.exists(python_in(folder))
    except OSError:
        return False


def is_sound(folder: str) -> bool:
    """Whether `folder` holds a Python of this version that starts, with pip."""
    command = [python_in(folder), "-I"]
    if version_of(command) != tuple(sys.version_info[:2]):
        return False
    return subprocess.call(command + ["-c", "import pip"], stderr=subprocess.DEVNULL) == 0


def remove(folder: str) -> None:
    """Remove the environment `folder`, or the link that stands in its place."""
    if os.path.islink(folder) or os.path.isfile(folder):
        os.unlink(folder)
    else:
        shutil.rmtree(folder)


def prepare(name: str, lock_name: str) -> str:
    """The Python of the environment `name`, made or brought up to the lock where it is not yet."""
    folder, lock = os.path.join(ROOT, name), os.path.join(PACKAGING, lock_name)
    python = python_in(folder)
    if is_current(folder, lock):
        return python
    if os.path.lexists(folder) and not is_sound(folder):
        say(f"{name} is broken or of another Python: building it anew.")
        remove(folder)
    if not os.path.lexists(folder):
        say(f"Setting up {name} (once; about half a gigabyte).")
        # Not sys.executable, which may be the environment that has just been removed.
        base = getattr(sys, "_base_executable", None) or sys.executable
        if subprocess.call([base, "-m", "venv", folder]) != 0:
            raise Stop(f"{name} could not be made: see the lines above.")
    else:
        say(f"Bringing {name} up to date.")
    install(python, lock)
    make_importable(folder, python)
    with open(os.path.join(folder, "evenhand.stamp"), "w") as file:
        file.write(stamp(lock))
    return python


def peers(python: str) -> str:
    """The folder of what charts are measured against, filled where it is not; "" where it cannot be had."""
    folder, lock = os.path.join(ROOT, ".venv-peers"), os.path.join(PACKAGING, "bench.lock")
    done = os.path.join(folder, "evenhand.stamp")
    try:
        with open(done) as file:
            if file.read() == stamp(lock):
                return folder
    except OSError:
        pass
    if os.path.lexists(folder):
        remove(folder)
    say("Fetching matplotlib, to measure charts against it (once; about a hundred megabytes).")
    try:
        install(python, lock, "--target", folder)
    except Stop:
        say("Without matplotlib: charts are not measured against it this time.")
        return ""
    with open(done, "w") as file:
        file.write(stamp(lock))
    return folder


def install(python: str, lock: str, *more: str) -> None:
    """Install exactly what `lock` names, each file checked against its hash, nothing built here."""
    options = ["--require-hashes", "--only-binary=:all:", "--no-deps", "--quiet", "--no-input"] + list(more)
    command = [python, "-I", "-m", "pip", "install", "--disable-pip-version-check"] + options
    env = {name: value for name, value in os.environ.items() if name not in ("PIP_USER", "PIP_TARGET")}
    if subprocess.call(command + ["-r", lock], env=env) != 0:
        raise Stop("The packages could not be installed: see the lines above, and run this again.")


def make_importable(folder: str, python: str) -> None:
    """Let the environment import this checkout from any folder, and give it the command `evenhand`."""
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = subprocess.check_output([python, "-I", "-c", ask], universal_newlines=True).strip()
    # As code in ASCII: a plain path line is read in the machine's own encoding.
    with open(os.path.join(site, "evenhand.pth"), "w") as file:
        file.write(f"import sys; sys.path.append({ROOT!a})\n")
    if os.name == "nt":
        with open(os.path.join(folder, "Scripts", "evenhand.cmd"), "w") as file:
            file.write('@"%~dp0python.exe" -P -m desktop_app %*\n')
        return
    script = folder + "/bin/evenhand"
    with open(script, "w") as file:
        file.write('#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/python" -P -m desktop_app "$@"\n')
    os.chmod(script, 0o755)


def environment(**more: str) -> dict:
    """The variables for what is started here: this person's, less what would bend Python, in UTF-8."""
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "PYTHONPATH")}
    if not any(env.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG")):
        env["LC_CTYPE"] = "C.UTF-8"
    for name, value in more.items():
        env.setdefault(name, value)
    return env


# ------------------------------------------------------------------ the commands


def ready(purpose: str, name: str = ".venv", lock_name: str = "requirements.lock") -> str:
    """The Python to use, once the machine and the environment have what `purpose` needs."""
    import machine

    machine.provide(
        purpose, making=not is_current(os.path.join(ROOT, name), os.path.join(PACKAGING, lock_name))
    )
    return prepare(name, lock_name)


def run(arguments: list) -> int:
    """Open Evenhand on a fresh copy of the sample, or with `arguments`."""
    import machine

    windowed = not arguments or arguments[0] not in WINDOWLESS
    if windowed:
        machine.require_display_named()
    python = ready("window" if windowed else "offscreen")
    if windowed:
        machine.require_display_answers()
    become([python, "-P", "-m", "desktop_app"] + (arguments or ["--sample"]), environment())
    return 0


# All tests, on every processor; eight windows' worth of memory is enough for any machine.
EVERY_TEST = ["-n", "auto", "--maxprocesses", "8"]


def test(arguments: list) -> int:
    """Run the tests headless: all of them side by side, or as `arguments` say."""
    python = ready("offscreen")
    os.chdir(ROOT)
    command = [python, "-P", "-m", "pytest"] + (arguments or EVERY_TEST)
    become(command, environment(QT_QPA_PLATFORM="offscreen"))
    return 0


def bench(arguments: list) -> int:
    """Run the benchmarks, in order and alone; `arguments` go to pytest, paths among them in place of all."""
    python = ready("offscreen")
    os.chdir(ROOT)
    found = peers(python)
    env = environment(QT_QPA_PLATFORM="offscreen", **({"PYTHONPATH": found} if found else {}))
    options = ["-m", "benchmark", "-p", "no:randomly"]
    if not any(os.path.exists(argument.partition("::")[0]) for argument in arguments):
        options = ["tests/benchmarks"] + options
    become([python, "-P", "-m", "pytest"] + options + arguments, env)
    return 0


def gallery(arguments: list) -> int:
    """Draw every chart into dist/gallery, or into the folder that `arguments` name."""
    python = ready("offscreen")
    command = [python, "-P", os.path.join(PACKAGING, "gallery.py")]
    become(command + arguments, environment(QT_QPA_PLATFORM="offscreen"))
    return 0


def check(arguments: list) -> int:
    """Run every checker, also after one has found something; 1 where any has."""
    python = ready("check")
    tools = (
        ("ruff", ["-m", "ruff", "check", "."]),
        ("ruff format", ["-m", "ruff", "format", "--check", "."]),
        ("mypy", ["-m", "mypy"]),
        ("import contracts", ["-c", CONTRACTS, "--no-logo"]),
    )
    found = []
    for name, command in tools:
        say("== " + name)
        if subprocess.call([python] + command, cwd=ROOT, env=environment()) != 0:
            found.append(name)
    say("Found something: {}.".format(", ".join(found)) if found else "All checks passed.")
    return 1 if found else 0


def setup(arguments: list) -> int:
    """Set everything up, and stop."""
    ready("window")
    say("Ready: python3 packaging/dev.py run")
    return 0


def bundle(arguments: list) -> int:
    """Build dist/evenhand from an environment that holds nothing but what the bundle needs."""
    python = ready("bundle", ".venv-bundle", "bundle.lock")
    dist, build = os.path.join(ROOT, "dist"), os.path.join(ROOT, "build")
    command = [python, "-m", "PyInstaller", "--noconfirm", "--clean", "--distpath", dist, "--workpath", build]
    # One seed and one moment, so that two builds of one state are the same bytes.
    env = environment(PYTHONHASHSEED="1", SOURCE_DATE_EPOCH="1767225600")
    code = subprocess.call(
        command + arguments + [os.path.join(PACKAGING, "evenhand.spec")], cwd=ROOT, env=env
    )
    say("Built: " + os.path.join("dist", "evenhand") if code == 0 else "The bundle could not be built.")
    return code


COMMANDS = {
    "run": run,
    "test": test,
    "check": check,
    "setup": setup,
    "bundle": bundle,
    "gallery": gallery,
    "bench": bench,
}


def main(arguments: list) -> int:
    """Do what the first argument says; 2 with one sentence where that cannot be done."""
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__.partition("\n\n    ")[0] + "\n\n    " + __doc__.partition("\n\n    ")[2])
        return 0 if arguments and arguments[0] in ("-h", "--help", "help") else 2
    try:
        require_python(arguments)
        return COMMANDS[arguments[0]](arguments[1:])
    except Stop as stop:
        print(stop, file=sys.stderr)
    except OSError as problem:
        print(f"Evenhand could not be set up: {problem}.", file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.modules["dev"] = sys.modules["__main__"]
    sys.exit(main(sys.argv[1:]))
