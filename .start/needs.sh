# What the program needs of the machine: checked here, installed where that can be done without asking, else named.
# Read by ./kb; uses its say and die.

need_dotnet() {
  if ! command -v dotnet >/dev/null && [ -x "$HOME/.dotnet/dotnet" ]; then PATH=$HOME/.dotnet:$PATH; fi
  if ! command -v dotnet >/dev/null || ! (cd "$root" && dotnet --version >/dev/null 2>&1); then
    die "the .NET 10 SDK is missing. Install it, then start again:
  Debian/Ubuntu  apt install dotnet-sdk-10.0   (Debian: add Microsoft's package feed first)
  Fedora         dnf install dotnet-sdk-10.0
  macOS          brew install --cask dotnet-sdk
  Windows        winget install Microsoft.DotNet.SDK.10"
  fi
}

poppler_missing() {
  for tool in pdftohtml pdfinfo pdftotext pdftoppm; do
    command -v "$tool" >/dev/null || return 0
  done
  return 1
}

# PDFs cannot be read without Poppler, everything else can: so this warns and goes on.
want_poppler() {
  install_poppler
  poppler_missing || return 0
  say "kb: Poppler's tools (pdftohtml, pdfinfo, pdftotext, pdftoppm) are not on the PATH; PDFs cannot be read without them. Install them:
  Debian/Ubuntu  apt install poppler-utils
  Fedora         dnf install poppler-utils
  macOS          brew install poppler
  Windows        winget install oschwartz10612.Poppler"
}

install_poppler() {
  if poppler_missing; then try_install poppler-utils; fi
}

# Whether any of the words is a folder or a file that may be a PDF, whatever its name.
may_be_pdf() {
  local word
  for word in "$@"; do
    case $word in
      *.docx | *.DOCX | *.html | *.htm | *.md | *.txt) ;;
      *) if [ -e "$word" ]; then return 0; fi ;;
    esac
  done
  return 1
}

# Only scanned pages need Tesseract, and the program says so when it meets one: so this says nothing.
want_tesseract() {
  command -v tesseract >/dev/null || try_install tesseract-ocr tesseract-ocr-eng tesseract-ocr-fra tesseract-ocr-spa
}

# Only the tests of the pages need a browser; they are skipped, with the reason, where there is none.
want_browser() {
  command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || try_install chromium
}

# A second reader of exported references; its tests are skipped without it, as are those of the Word file without LibreOffice.
want_bibutils() {
  command -v bib2xml >/dev/null || try_install bibutils
}

# Installs if that can be done, and does not try again and again what failed: not for a day.
try_install() {
  local failed=$artifacts/not-installed-$1
  if [ -n "$(find "$failed" -mtime -1 2>/dev/null)" ]; then return 0; fi
  rm -f "$failed"
  install_packages "$@" || { mkdir -p "$artifacts" && : >"$failed"; }
}

# install_packages NAME...: with apt, as root or with sudo that asks no password; fails quietly elsewhere.
install_packages() {
  command -v apt-get >/dev/null || return 1
  local as_root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null && sudo -n true 2>/dev/null || return 1
    as_root=(sudo -n)
  fi
  say "kb: installing $* ..."
  local log
  log=$(mktemp)
  local apt=(${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=120)
  if ! { "${apt[@]}" update && "${apt[@]}" install --no-install-recommends "$@"; } >"$log" 2>&1 </dev/null; then
    tail -n 5 "$log" >&2
    rm -f "$log"
    say "kb: apt could not install $*."
    return 1
  fi
  rm -f "$log"
}

# with_lock PATH COMMAND: one at a time over all processes, and free again when the holder dies.
with_lock() {
  if command -v flock >/dev/null; then
    # The command must not inherit the lock's handle: a child that stays behind would keep it.
    { flock 9 && "$2" 9>&-; } 9>"$1"
    return
  fi
  until (set -C && echo $$ >"$1.pid") 2>/dev/null; do
    kill -0 "$(cat "$1.pid" 2>/dev/null)" 2>/dev/null || rm -f "$1.pid"
    sleep 1
  done
  "$2"
  rm -f "$1.pid"
}
