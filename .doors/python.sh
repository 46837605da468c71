# shellcheck shell=bash
# Python beside the checkout's own tools, never in the system: .tools/NAME holds one environment.

# `need_python test Tests/requirements.txt` makes .tools/test, or freshens it when the pins changed.
need_python() {
  local folder=.tools/$1 pins=$2 python=/usr/bin/python3
  [ -x "$python" ] || python=python3
  if ! cmp -s "$pins" "$folder/pins"; then
    say "Fetching the Python packages of $pins into $folder"
    rm -rf "$folder"
    "$python" -m venv "$folder"
    "$folder/bin/python" -m pip install -q --disable-pip-version-check -r "$pins"
    cp "$pins" "$folder/pins"
  fi
}

# Prints the browser that the pages are driven with: Debian's, never a downloaded one.
find_browser() {
  local name
  for name in chromium-headless-shell chromium chromium-browser google-chrome; do
    command -v "$name" && return
  done
  refuse "no Chromium on PATH: apt-get install chromium-headless-shell"
}
