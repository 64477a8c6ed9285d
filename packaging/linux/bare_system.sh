# A bare Debian or Ubuntu in a folder, for scripts that source this: SUITE (bookworm, trixie, noble …) by debootstrap, or
# unpacked from a BASE.tar of it; an older debootstrap is taught a newer Ubuntu by a link to its script gutsy. As root.
# Ubuntu needs PARTS=main,universe, and where its keyring is missing ARCHIVE=ADDRESS of its archive: debootstrap looks
# at Debian's then, and does not check the archive's signature.
#   bare_system FOLDER [BASE.tar]    makes it; at the end of the script nothing of it is mounted or runs any more
suite=${SUITE:-bookworm} display=${SCREEN:-:4242} running=() wrong=()
here=$(dirname "$(realpath "${BASH_SOURCE[0]}")")

say() { printf '\n== %s\n' "$*"; }

leave() {
    kill "${running[@]}" 2>/dev/null || true
    for place in dev/pts dev proc; do ! mountpoint -q "$root/$place" || umount -l "$root/$place"; done
}

bare_system() {
    root=$1
    trap leave EXIT
    leave
    rm -rf --one-file-system "$root"; mkdir -p "$root"
    if [ -n "${2:-}" ]; then tar -C "$root" -xf "$2"
    else debootstrap --variant=minbase ${PARTS:+--components="$PARTS"} "$suite" "$root" ${ARCHIVE:-} >/dev/null; fi
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
    "${as_root[@]}" useradd -m person
    "${as_root[@]}" apt-get -q update >/dev/null
}

get() { "${as_root[@]}" apt-get -q install -y --no-install-recommends "$@" >/dev/null; }

a_screen() {  # for the person, with a window manager
    get xvfb xdotool openbox x11-apps
    "${as_person[@]}" Xvfb $display -screen 0 1440x900x24 -nolisten tcp >/dev/null 2>&1 & running+=($!)
    sleep 2
    "${as_person[@]}" DISPLAY=$display openbox >/dev/null 2>&1 & running+=($!)
}

picture() { "$here/../../.venv/bin/python" -c "from PIL import ImageGrab; ImageGrab.grab(xdisplay='$display').save('$1')"; }

types_hangul() {  # PROGRAM…: by both input methods, in windows of X11 and of Wayland; pictures of them are in the folder,
    # and in `wrong` where something else came than was typed
    get dbus ibus ibus-hangul fcitx5 fcitx5-hangul weston
    cp "$here/type_hangul.sh" "$root/tmp/"
    local paper method kind typing
    paper=$("${as_person[@]}" "$@" list --json | grep -o '"key": *"[0-9.]*"' | head -1 | cut -d'"' -f4)
    for method in ibus fcitx5; do for kind in x11 wayland; do
        "${as_person[@]}" "$@" note --remove "$paper" >/dev/null
        "${as_person[@]}" DISPLAY=$display KIND=$kind dbus-run-session -- \
            bash /tmp/type_hangul.sh $method "$paper" "$@" 2>>"$root/tmp/typing.log" & typing=$!
        until [ -e "$root/home/person/typed" ] || ! kill -0 $typing 2>/dev/null; do sleep 0.5; done
        picture "$root/$method-$kind.png"
        wait $typing || wrong+=("$method in $kind")
    done; done
    "${as_person[@]}" "$@" note --remove "$paper" >/dev/null
    if grep -A20 Traceback "$root/home/person/.cache/daily-papers-reader/reader.log"; then exit 1; fi
}
