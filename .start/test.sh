# ./kb test [--long]: installs what is missing, builds everything, runs every test project, ends with "N passed, N failed".
# ./kb test --screens: makes the pictures of the README (docs/screens) and tests nothing.
# Read by ./kb.

run_tests() {
  local filter=(--filter "Category!=Long&Category!=Screens") solution=KnowledgeBase.sln projects='*'
  for word in "$@"; do
    case $word in
      --long) filter=(--filter "Category!=Screens") ;;
      --screens) filter=(--filter "Category=Screens") solution=tests/KnowledgeBase.Web.Tests projects=KnowledgeBase.Web ;;
      *) die "'$word' is no option of 'kb test'. It knows --long, which runs the long suites too, and --screens, which makes the README's pictures." ;;
    esac
  done

  want_poppler
  want_tesseract
  want_browser
  want_bibutils
  need_dotnet
  mkdir -p "$artifacts/tests"
  say "kb: building everything ..."
  local started
  started=$(mktemp "$artifacts/started.XXXXXX")
  # The engines' own tests stand in a solution of their own, whose packages the other one's restore must not need.
  local solutions=("$solution") one
  if [ "$engines" = card ]; then solutions+=(src/KnowledgeBase.Engines.sln); else
    for one in "$root"/tests/KnowledgeBase.Engines.*.Tests; do ! is_chosen "$one" || solutions+=("$one"); done
  fi
  for one in "${solutions[@]}"; do
    (cd "$root" && dotnet build "$one" -c Release --artifacts-path "$artifacts" --disable-build-servers -v quiet ${engine_options[@]+"${engine_options[@]}"}) \
      || { rm -f "$started"; echo "0 passed, 1 failed"; exit 1; }
  done
  if [ "$solution" = KnowledgeBase.sln ]; then mv -f "$started" "$stamp"; else rm -f "$started"; fi # the program is among the solution

  local passed=0 failed=0 skipped=0 project
  for project in "$root"/tests/$projects.Tests/; do
    case $project in */KnowledgeBase.Engines.*) is_chosen "$project" || continue ;; esac
    run_project "$(basename "$project")"
  done
  [ "$skipped" = 0 ] || echo "$skipped skipped; the lines above say why."
  echo "$passed passed, $failed failed"
  [ "$failed" = 0 ]
}

# is_chosen FOLDER: whether a test project's engine is among the chosen.
is_chosen() {
  local name
  name=$(basename "$1" .Tests | tr '[:upper:]' '[:lower:]')
  case card+$engines+ in card+card+ | card*+"${name##*.}"+*) [ -n "$engines" ] ;; *) return 1 ;; esac
}

# One project; adds to passed, failed and skipped. One that crashes or runs nothing counts as one failure.
run_project() {
  local name=$1 report=$artifacts/tests/$1.trx code=0
  if [ -z "$(find "$root/tests/$name" \( -name bin -o -name obj \) -prune -o -name '*.cs' -print -quit)" ]; then
    echo "$name: holds no tests yet"
    return
  fi
  rm -f "$report"
  (cd "$root" && dotnet test "$artifacts/bin/$name/release/$name.dll" ${filter[@]+"${filter[@]}"} \
    --results-directory "$artifacts/tests" --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=normal" --blame-hang-timeout 15m) \
    >"$artifacts/tests/$name.log" 2>&1 </dev/null || code=$?
  local total=0 ok=0 bad=0
  if [ -f "$report" ]; then
    total=$(counter total) ok=$(counter passed) bad=$(counter failed)
  fi
  if [ "$code" != 0 ] && [ "$bad" = 0 ] || [ "$((ok + bad))" = 0 ]; then bad=$((bad + 1)); fi
  passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + total - ok - $(counter failed)))
  echo "$name: $ok passed, $bad failed"
  grep -E '^ *(Skipped|Passed) .*\[SKIP\]|^\[xUnit.*\[SKIP\]' "$artifacts/tests/$name.log" || true
  if [ "$bad" != 0 ]; then
    grep -vE '^ *Passed ' "$artifacts/tests/$name.log" | tail -n 150
  fi
}

counter() { if [ -f "$report" ]; then sed -n "s/.*<Counters.*[^a-zA-Z]$1=\"\([0-9]*\)\".*/\1/p" "$report" | head -n 1; else echo 0; fi; }
