#!/usr/bin/env bash
# Types Hangul into the program by the keys a person would press, and fails where it did not come.
#   dbus-run-session -- type_hangul.sh ibus|fcitx5 KEY PROGRAM…
# On the screen of DISPLAY, with a library that was synced; the text is left in the note of the paper KEY. With
# KIND=wayland the program is a Wayland window, in a weston that is a window of that screen. While ~/typed is there, the
# window shows what was typed.
set -euo pipefail
method=$1 key=$2; shift 2
started=()
trap 'kill "${started[@]}" 2>/dev/null || true' EXIT

until_seen() {  # until it succeeds, for half a minute
    timeout 30 bash -c 'until "$@" >/dev/null 2>&1; do sleep 0.5; done' - "$@"
}

if [ "${KIND:-x11}" = wayland ]; then
    export XDG_RUNTIME_DIR=$HOME/run WAYLAND_DISPLAY=reader; mkdir -p -m 700 "$XDG_RUNTIME_DIR"
    weston --backend=x11-backend.so --use-pixman --shell=kiosk-shell.so --socket=$WAYLAND_DISPLAY --width=1440 --height=900 \
        >"$HOME/weston.log" 2>&1 & started+=($!)
    until_seen test -S "$XDG_RUNTIME_DIR/$WAYLAND_DISPLAY"
    export QT_QPA_PLATFORM=wayland
fi

rm -rf "$HOME/.config/ibus/bus"
case $method in
ibus)
    switch=shift+space
    ibus-daemon --xim --panel=disable >"$HOME/ibus.log" 2>&1 & started+=($!)
    until_seen ibus engine hangul ;;
fcitx5)
    switch=ctrl+space
    mkdir -p "$HOME/.config/fcitx5"
    printf '%s\n' '[Groups/0]' Name=Default 'Default Layout=us' DefaultIM=hangul '[Groups/0/Items/0]' Name=keyboard-us \
        '[Groups/0/Items/1]' Name=hangul '[GroupOrder]' 0=Default >"$HOME/.config/fcitx5/profile"
    fcitx5 >"$HOME/fcitx5.log" 2>&1 & started+=($!)
    until_seen grep -rqs "IBUS_DAEMON_PID=$!" "$HOME/.config/ibus/bus" ;;
esac

"$@" open "daily-papers://paper/$key" >"$HOME/program.log" 2>&1 & program=$!
if [ "${KIND:-x11}" = x11 ]; then until_seen xdotool search --onlyvisible --name 'Daily Papers Reader' windowfocus --sync; fi
sleep 12
xdotool key e; sleep 2               # the note
xdotool key $switch; sleep 1
xdotool type --delay 120 'ahepf '    # 모델
xdotool key $switch; sleep 1
xdotool type --delay 120 model
sleep 2
touch "$HOME/typed"; sleep 4; rm -f "$HOME/typed"
xdotool key ctrl+q
for _ in $(seq 20); do kill -0 $program 2>/dev/null || break; sleep 0.5; done
kill $program 2>/dev/null || true
said=$("$@" note "$key")
echo "typed through $method, ${KIND:-x11}: $said"
grep -q '모델 model' <<<"$said"
