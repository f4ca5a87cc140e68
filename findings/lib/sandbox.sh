# Sourced by every script of this folder: a temporary folder that is removed at the end, pinned packages in it, and a
# comparison of what a package prints with what it printed when the script was written.
# shellcheck shell=bash

sandbox=$(mktemp -d)
trap 'rm -rf "$sandbox"' EXIT

# Ends the script with a message.
fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# Ends the script unless each command named stands on the PATH.
need() {
    local command
    for command in "$@"; do
        command -v "$command" >/dev/null || fail "needs $command on the PATH"
    done
}

# Runs a command whose output matters only when it fails.
quietly() {
    "$@" >"$sandbox/log" 2>&1 || { cat "$sandbox/log" >&2; fail "failed: $*"; }
}

# Installs Python packages, each with its exact version; afterwards `python` and their commands are on the PATH.
with_python() {
    need python3
    quietly python3 -m venv "$sandbox/venv"
    quietly "$sandbox/venv/bin/python" -m pip install --quiet --disable-pip-version-check "$@"
    PATH=$sandbox/venv/bin:$PATH
    hash -r
}

# Installs npm packages, each with its exact version; afterwards `require` finds them in scripts of the sandbox, and their
# commands are on the PATH.
with_node() {
    need node npm
    quietly npm install --prefix "$sandbox" --ignore-scripts --no-audit --no-fund --silent "$@"
    PATH=$sandbox/node_modules/.bin:$PATH
    hash -r
}

# Compares the file named with standard input, and ends the script with the difference if they are not the same.
expect() {
    diff -u --label "as it was" --label "as it is" - "$1" >&2 || fail "$(basename "$0" .sh): the behaviour has changed"
}
