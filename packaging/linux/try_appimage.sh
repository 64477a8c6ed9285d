#!/usr/bin/env bash
# Try the AppImage on a bare Debian or Ubuntu without Python: selftest, unpacked and mounted, a menu entry, type Hangul.
#   SUITE=bookworm try_appimage.sh FILE.AppImage FOLDER [BASE.tar]
# In a chroot in FOLDER: bare_system.sh. Of libraries there is only what a desktop has anyway. Leaves pictures in FOLDER.
set -euo pipefail
image=$(realpath "$1")
. "$(dirname "$(realpath "$0")")/bare_system.sh"
bare_system "$2" "${3:-}"
cp "$image" "$root/home/person/reader.AppImage"
reader=/home/person/reader.AppImage unpacked="env APPIMAGE_EXTRACT_AND_RUN=1 /home/person/reader.AppImage"

say "what a desktop has"
get libegl1 libgl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon-x11-0 libsqlite3-0 libssl3 libgssapi-krb5-2 \
    libx11-xcb1 libxcb-randr0 libxcb-render0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 \
    libwayland-cursor0 libwayland-egl1 dbus fonts-noto-cjk
if "${as_root[@]}" sh -c 'command -v python3'; then echo "there is a Python"; exit 1; fi
say "selftest, unpacked"; "${as_person[@]}" $reader --appimage-extract-and-run selftest
say "selftest, mounted"; get fuse3; "${as_root[@]}" $reader selftest  # where no udev runs, /dev/fuse is root's
say "sync"
"${as_person[@]}" sh -c "cd && $reader --appimage-extract >/dev/null"
"${as_person[@]}" $unpacked sync /home/person/squashfs-root/usr/lib/daily-papers-reader/_internal/resources/sample
say "menu entry"; "${as_person[@]}" $unpacked menu
grep -x "Exec=$reader open %u" "$root/home/person/.local/share/applications/daily-papers-reader.desktop"
say "Hangul by real keys"; a_screen; types_hangul $unpacked
say "nothing is left mounted or unpacked"
if grep "$root.*fuse" /proc/mounts || ls -d "$root"/tmp/appimage_extracted_* 2>/dev/null; then exit 1; fi
"${as_person[@]}" $unpacked menu --remove
[ -z "${wrong[*]}" ] || { echo "typed wrongly: ${wrong[*]}"; exit 1; }
