#!/usr/bin/env bash
# Try the .deb on a bare Debian or Ubuntu without Python: install, start from its menu entry, selftest, sync, open a link,
# remove.
#   SUITE=bookworm try_bare.sh PACKAGE.deb FOLDER [CORPUS] [BASE.tar]
# As root, in a chroot in FOLDER made by debootstrap of SUITE (bookworm, trixie, noble …), or unpacked from BASE.tar.
# CORPUS: a folder of posts; without it the sample library. Leaves FOLDER/window.png. Needs debootstrap (or BASE.tar; an
# older one is taught a newer Ubuntu by a link to its script gutsy), and network for apt.
set -euo pipefail
deb=$(realpath "$1") root=$2 corpus=${3:-} base=${4:-} suite=${SUITE:-bookworm}
here=$(dirname "$(realpath "$0")")
display=:4242 program=

leave() { for place in dev/pts dev proc; do ! mountpoint -q "$root/$place" || umount -l "$root/$place"; done; }
trap leave EXIT
leave
rm -rf --one-file-system "$root"; mkdir -p "$root"
if [ -n "$base" ]; then tar -C "$root" -xf "$base"; elif [ "$suite" = noble ]; then debootstrap --variant=minbase --components=main,universe noble "$root" >/dev/null
else debootstrap --variant=minbase "$suite" "$root" >/dev/null; fi
mount -t proc proc "$root/proc"; mount --bind /dev "$root/dev"; mount -t devpts devpts "$root/dev/pts"
cp /etc/resolv.conf /etc/hosts "$root/etc/"
if [ "$suite" = "$(. /etc/os-release; echo "$VERSION_CODENAME")" ]; then  # this machine's way to Debian's mirror
    mkdir -p "$root/etc/ssl/certs"; cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
    rm -f "$root"/etc/apt/sources.list; cp -r /etc/apt/sources.list* "$root/etc/apt/"
    cp /etc/apt/apt.conf.d/99* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
fi

as_root=(chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive)
# with a stub of a browser before the system's, and nothing else of an environment
as_person=(chroot --userspec=person "$root" /usr/bin/env -i HOME=/home/person PATH=/home/person/bin:/usr/bin:/bin)
no_python() { if "${as_root[@]}" sh -c 'command -v python3'; then echo "there is a Python"; exit 1; fi; }
say() { printf '\n== %s\n' "$*"; }

say "no Python here"; no_python
"${as_root[@]}" useradd -m person
[ -z "$corpus" ] || cp -r "$corpus" "$root/home/person/posts"
say "apt install"; cp "$deb" "$root/tmp/reader.deb"
"${as_root[@]}" apt-get -q update >/dev/null
"${as_root[@]}" apt-get -q install -y /tmp/reader.deb | grep -E 'newly installed|After this|Setting up (daily|fonts)'
if ! grep -q '^ID=ubuntu' "$root/etc/os-release"; then no_python
elif "${as_root[@]}" sh -c 'command -v python3' >/dev/null; then echo "what Ubuntu's libraries recommend brought a Python"; fi
say "selftest"; "${as_person[@]}" daily-papers selftest
say "sync"
if [ -n "$corpus" ]; then "${as_person[@]}" daily-papers sync /home/person/posts
else "${as_person[@]}" daily-papers sync /usr/lib/daily-papers-reader/_internal/resources/sample; fi

say "a window from the menu entry, and a link"
"${as_root[@]}" apt-get -q install -y --no-install-recommends xvfb xdotool openbox >/dev/null
mkdir -p "$root/home/person/bin"
printf '#!/bin/sh\necho "$1" >"$HOME/opened"; env >"$HOME/opened-in"\n' >"$root/home/person/bin/xdg-open"
chmod 755 "$root/home/person/bin/xdg-open"
"${as_person[@]}" Xvfb $display -screen 0 1440x900x24 -nolisten tcp >/dev/null 2>&1 & server=$!
sleep 2
"${as_person[@]}" DISPLAY=$display openbox >/dev/null 2>&1 & manager=$!
trap 'kill $server $manager $program 2>/dev/null || true; leave' EXIT
exec_line=$(sed -n 's/^Exec=//p' "$root/usr/share/applications/daily-papers-reader.desktop")
echo "Exec=$exec_line"
"${as_person[@]}" DISPLAY=$display ${exec_line/\%u/} & program=$!
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
"$here/../../.venv/bin/python" -c "from PIL import ImageGrab; ImageGrab.grab(xdisplay='$display').save('$root/window.png')"
"${as_person[@]}" DISPLAY=$display xdotool key b
sleep 1
"${as_person[@]}" DISPLAY=$display xdotool key slash type model
sleep 1
"${as_person[@]}" DISPLAY=$display xdotool key Return
sleep 1
"${as_person[@]}" DISPLAY=$display xdotool key ctrl+q
wait $program || true

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
