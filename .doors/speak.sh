# shellcheck shell=bash
# How the doors talk: one line per step with the time since the start, reasons on
# stderr.

say() { printf '\n\033[1m▸ %s\033[0m (%s s)\n' "$*" "$SECONDS" | plain_unless_terminal; }

complain() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; }

refuse() {
  complain "$@"
  exit 1
}

# Escape codes are for terminals only.
plain_unless_terminal() {
  if [ -t 1 ]; then cat; else sed 's/\x1b\[[0-9;]*m//g'; fi
}
