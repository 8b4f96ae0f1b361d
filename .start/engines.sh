# --engines NAMES and --feed FOLDER: which engines the program is built with. Read by ./kb; uses its root, say and die.
# They may stand anywhere among the words. What is left is in rest, what the build is told in engine_options, where it builds in artifacts.

rest=()
engine_options=()
engines=
artifacts=$root/artifacts

choose_engines() {
  local feed= word
  while [ $# -gt 0 ]; do
    word=$1
    shift
    case $word in
      --engines) engines=${1-}; [ $# -eq 0 ] || shift; check_engines ;;
      --engines=*) engines=${word#*=}; check_engines ;;
      --feed) feed=${1-}; [ $# -eq 0 ] || shift; check_feed "$feed" ;;
      --feed=*) feed=${word#*=}; check_feed "$feed" ;;
      --) rest+=("$word" "$@"); break ;;
      *) rest+=("$word") ;;
    esac
  done
  [ -n "$engines" ] || { [ -z "$feed" ] || die "--feed names where the packages of --engines come from; it says nothing alone."; return 0; }
  # Kept apart from the default program: neither is built anew when the other is asked for.
  artifacts=$root/artifacts/engines/$engines
  engine_options=("-p:Engines=$engines")
  [ -z "$feed" ] || engine_options+=("-p:RestoreAdditionalProjectSources=$(cd -P "$feed" && pwd)")
}

# "card" is all three; several by name are joined by commas. Kept in one order, so that one choice has one folder.
check_engines() {
  local name chosen= known=" lucene pdfpig mlnet "
  [ "$engines" != card ] || return 0
  for name in ${engines//,/ }; do
    case $known in *" $name "*) ;; *) chosen=; break ;; esac
    chosen=1
  done
  [ -n "$chosen" ] || die "--engines takes card, or lucene, pdfpig and mlnet joined by commas, not '$engines'."
  chosen=
  for name in $known; do
    case ",$engines," in *",$name,"*) chosen=$chosen${chosen:++}$name ;; esac
  done
  engines=$chosen
}

check_feed() {
  [ -d "$1" ] || die "--feed takes a folder with packages, not '$1'."
}
