#!/usr/bin/env bash
# Try the .deb on a bare Debian or Ubuntu without Python: install, start from its menu entry, selftest, sync, open a link,
# type Hangul, remove.
#   SUITE=bookworm try_bare.sh PACKAGE.deb FOLDER [CORPUS] [BASE.tar]
# In a chroot in FOLDER: bare_system.sh. CORPUS: a folder of posts; without it the sample library. Leaves pictures in
# FOLDER. Needs debootstrap (or BASE.tar) and network for apt.
set -euo pipefail
deb=$(realpath "$1") corpus=${3:-}
. "$(dirname "$(realpath "$0")")/bare_system.sh"
no_python() { if "${as_root[@]}" sh -c 'command -v python3'; then echo "there is a Python"; exit 1; fi; }

bare_system "$2" "${4:-}"
say "no Python here"; no_python
[ -z "$corpus" ] || cp -r "$corpus" "$root/home/person/posts"
say "apt install"; cp "$deb" "$root/tmp/reader.deb"
"${as_root[@]}" apt-get -q install -y /tmp/reader.deb | grep -E 'newly installed|After this|Setting up (daily|fonts)'
if ! grep -q '^ID=ubuntu' "$root/etc/os-release"; then no_python
elif "${as_root[@]}" sh -c 'command -v python3' >/dev/null; then echo "what Ubuntu's libraries recommend brought a Python"; fi
say "selftest"; "${as_person[@]}" daily-papers selftest
say "sync"
if [ -n "$corpus" ]; then "${as_person[@]}" daily-papers sync /home/person/posts
else "${as_person[@]}" daily-papers sync /usr/lib/daily-papers-reader/_internal/resources/sample; fi

say "a window from the menu entry, and a link"
a_screen
mkdir -p "$root/home/person/bin"
printf '#!/bin/sh\necho "$1" >"$HOME/opened"; env >"$HOME/opened-in"\n' >"$root/home/person/bin/xdg-open"
chmod 755 "$root/home/person/bin/xdg-open"
exec_line=$(sed -n 's/^Exec=//p' "$root/usr/share/applications/daily-papers-reader.desktop")
echo "Exec=$exec_line"
"${as_person[@]}" DISPLAY=$display ${exec_line/\%u/} & program=$!; running+=($program)
in_front() {  # until it succeeds: a window that goes while they are looked through ends xdotool
    timeout 120 bash -c 'until "$@" 2>/dev/null; do sleep 1; done' - "${as_person[@]}" DISPLAY=$display \
        xdotool search --onlyvisible --name 'Daily Papers Reader' windowactivate --sync
}
in_front
sleep 6
"${as_person[@]}" DISPLAY=$display xdotool key j key j key o
sleep 3
echo "the browser was given: $(cat "$root/home/person/opened")"
if grep -E 'LD_LIBRARY_PATH|^QT_|^QML|PYSIDE|_PYI|_MEIPASS' "$root/home/person/opened-in"; then
    echo "the browser sees what is ours"; exit 1
fi
echo "in an environment of: $(cut -d= -f1 "$root/home/person/opened-in" | sort | tr '\n' ' ')"
picture "$root/window.png"
"${as_person[@]}" DISPLAY=$display xdotool key b
sleep 1
"${as_person[@]}" DISPLAY=$display xdotool key slash type model
sleep 1
"${as_person[@]}" DISPLAY=$display xdotool key Return
sleep 1
"${as_person[@]}" DISPLAY=$display xdotool key ctrl+q
wait $program || true

say "Hangul by real keys"; types_hangul daily-papers

say "the same again in its place: everything is still there"
in_home() { (cd "$root/home/person" && find . -type f "$@" | sort); }
ours=(-path '*daily-papers-reader*' -not -path '*/index/*')
in_home "${ours[@]}" >"$root/tmp/before"
"${as_root[@]}" apt-get -q install -y --reinstall /tmp/reader.deb >/dev/null
in_home "${ours[@]}" | diff "$root/tmp/before" - && sed 's/^/  /' "$root/tmp/before"

say "apt remove"
"${as_root[@]}" apt-get -q remove -y daily-papers-reader | grep '^daily-papers-reader: '
left=$(find "$root" -xdev \( -path "$root/home/person" -o -path "$root/proc" -o -path "$root/var/cache/apt" \) -prune -o \
    -ipath '*daily*papers*' -print)
[ -z "$left" ] || { echo "outside of the home is left: $left"; exit 1; }
echo "outside of the home: nothing. In the home:"
in_home -not -path './posts/*' -not -path './bin/*' -not -name 'opened*' -newer "$root/tmp/reader.deb" | sed 's/^/  /'
if in_home -path '*daily-papers-reader*' | grep -v '^\./\.local/share/daily-papers-reader/\(marks\.sqlite$\|backups/marks-\)'; then
    echo "there is more left in the home than marks"; exit 1
fi
in_home -name marks.sqlite | grep -q . || { echo "there are no marks any more"; exit 1; }

say "dpkg knows nothing of it; installed again the marks hold"
if "${as_root[@]}" dpkg-query -s daily-papers-reader >/dev/null 2>&1; then echo "there is something to purge"; exit 1; fi
"${as_root[@]}" apt-get -q install -y /tmp/reader.deb >/dev/null
"${as_person[@]}" daily-papers sync ${corpus:+/home/person/posts} >/dev/null
"${as_person[@]}" daily-papers list --bookmarked | grep .
[ -z "${wrong[*]}" ] || { echo "typed wrongly: ${wrong[*]}"; exit 1; }
