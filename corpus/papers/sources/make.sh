#!/bin/sh
# Remakes the PDF and DOCX sample papers in the folder above. Debian or Ubuntu needs:
#   apt-get install -y --no-install-recommends texlive-latex-recommended texlive-latex-extra \
#     texlive-fonts-recommended texlive-lang-french texlive-lang-spanish lmodern pandoc python3
# Usage: ./make.sh [NAME ...]   (NAME without ending; none = all)
# The HTML and the Markdown paper are their own source.
set -eu
cd "$(dirname "$0")"
out=$(cd .. && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
export SOURCE_DATE_EPOCH=1735689600 FORCE_SOURCE_DATE=1 TZ=UTC LC_ALL=C.UTF-8

pdf() {
  for pass in 1 2 3; do
    pdflatex -interaction=nonstopmode -halt-on-error -output-directory "$tmp" "$1.tex" >"$tmp/$1.say" 2>&1 ||
      { tail -n 30 "$tmp/$1.say" >&2; exit 1; }
  done
  grep -E '^(Overfull|LaTeX Warning|Package .* Warning)' "$tmp/$1.log" >&2 || true
  cp "$tmp/$1.pdf" "$out/$1.pdf"
}

docx() {
  python3 reference-docx.py "$tmp/reference.docx" "$1.md"
  pandoc --from markdown --to docx --reference-doc "$tmp/reference.docx" --output "$out/$1.docx" "$1.md"
}

[ $# -gt 0 ] || set -- $(ls ./*.tex ./*.md | sed 's|^\./||; s|\.[a-z]*$||' | grep -v '^common$')
for name in "$@"; do
  if [ -f "$name.tex" ]; then pdf "$name"; else docx "$name"; fi
  echo "$name"
done
