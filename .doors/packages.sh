# shellcheck shell=bash
# Debian packages and the Swift toolchain: installs what is missing, or says exactly what to install.

# `need_packages_to build test`: a|b is content with either and installs the first.
need_packages_to() {
  local purpose wanted=()
  for purpose in "$@"; do
    case $purpose in
      build)
        wanted+=(ca-certificates git libsqlite3-dev libpq-dev libqrencode-dev zlib1g-dev)
        wanted+=(libxlsxwriter-dev)
        ;;
      test) wanted+=(postgresql-15 strace shellcheck python3 python3-venv) ;;
      browse) wanted+=('chromium-headless-shell|chromium' fonts-noto-core) ;;
      bench) wanted+=(postgresql-15 strace python3 python3-venv) ;;
    esac
  done
  need_packages "${wanted[@]}"
}

need_packages() {
  local wanted missing=()
  if ! command -v dpkg-query >/dev/null; then
    [ "${TOUCHSTONE_PACKAGES:-}" = present ] && return
    complain "this is not Debian, so nothing can be installed for you. Install these, by the"
    complain "names your system has for them: $*"
    refuse "then say so: TOUCHSTONE_PACKAGES=present $0"
  fi
  for wanted in "$@"; do
    is_installed "$wanted" || missing+=("${wanted%%|*}")
  done
  [ "${#missing[@]}" -eq 0 ] && return
  may_install || refuse "please install first: sudo apt-get install ${missing[*]}"
  say "Installing ${missing[*]}"
  install_packages "${missing[@]}"
}

is_installed() {
  local name
  for name in ${1//|/ }; do
    case $(dpkg-query -W -f='${Status}' "$name" 2>/dev/null || true) in
      *'ok installed') return 0 ;;
    esac
  done
  return 1
}

# Root may; with sudo so may others, unless it would ask for a password where nobody can type one.
may_install() {
  [ "$(id -u)" -eq 0 ] && return
  command -v sudo >/dev/null || return 1
  [ -t 0 ] || sudo -n true 2>/dev/null
}

install_packages() {
  local log
  log=$(mktemp)
  if ! { as_root apt-get -q update && as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -q install -y --no-install-recommends -o DPkg::Lock::Timeout=300 "$@"; } \
    >"$log" 2>&1 </dev/null; then
    tail -n 25 "$log" >&2
    rm -f "$log"
    refuse "apt-get could not install: $* (its last words stand above)"
  fi
  rm -f "$log"
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

need_swift() {
  local version
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p')
  [ -n "$version" ] || refuse "no Swift here. Install the Swift 6.3 toolchain (see" \
    "swift.org/install) and put it on PATH; Debian's package named swift is another thing."
  if [ "${version%%.*}" -lt 6 ] || { [ "${version%%.*}" -eq 6 ] && [ "${version#*.}" -lt 3 ]; }
  then
    refuse "this Swift is $version; Touchstone needs 6.3 or newer (see swift.org/install)."
  fi
}
