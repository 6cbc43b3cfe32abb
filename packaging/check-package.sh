#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/check-package.sh: the package as whoever installs it meets it. Installs it into a bare Debian, runs both
# programs there, asks for the type of an archive and its program, removes it, and wants nothing left; then builds it
# once more, in another place, and wants the same bytes. As root; takes the packages of the bare Debian from this
# machine's sources. --once leaves the second build out.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
fail() {
    echo "check-package: $*" >&2
    exit 1
}
say() { echo "check-package: $*" >&2; }

[ "$(id -u)" = 0 ] || fail "a bare Debian is made by root only"
scratch=$(mktemp -d "${TMPDIR:-/tmp}/cbpm3-package.XXXXXX")
trap 'rm -rf --one-file-system "$scratch"' EXIT

package=$scratch/$(basename "$("$root/packaging/package.sh")") # kept, whatever is built there meanwhile
cp "${CBPM3_BUILD_DIR:-$root/build}/package/deb/${package##*/}" "$package"
say "built $package"

# A bare Debian, fed from the sources of this machine.
debian=$scratch/debian
find /etc/apt -name '*.list' -size +0 -o -name '*.sources' -size +0 | xargs \
    mmdebstrap --quiet --mode=root --variant=minbase bookworm "$debian" >&2
files() { chroot "$debian" find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /tmp \) -prune -o -print | grep -i cbpm || true; }
cp "$package" "$debian/tmp/cbpm3-monitor.deb"
within() { chroot "$debian" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
within apt-get -q update >"$scratch/install.log" 2>&1 || fail "the bare Debian finds no packages"
within apt-get -q -y install --no-install-recommends /tmp/cbpm3-monitor.deb >"$scratch/install.log" 2>&1 || {
    tail -n 20 "$scratch/install.log" >&2
    fail "it does not install on a bare Debian"
}
say "installed on a bare Debian"

version=$(within cbpm3 --version)
[ "$version" = "cbpm3 $(dpkg-deb -f "$package" Version | sed 's/-[^-]*$//')" ] || fail "cbpm3 --version says: $version"
within cbpm3-monitor --version >&2
within cbpm3 simulate --into /tmp/ring.cbpm3 --from 2026-03-02 --duration 10min
within cbpm3 verify /tmp/ring.cbpm3 >&2
within cbpm3-monitor --source /tmp/ring.cbpm3 --render /tmp/ring.png
[ "$(head -c 8 "$debian/tmp/ring.png" | od -An -tx1 | tr -d ' ')" = 89504e470d0a1a0a ] || fail "no picture was drawn"
for kind in svg pdf; do
    within cbpm3-monitor --source /tmp/ring.cbpm3 --render "/tmp/ring.$kind"
    [ -s "$debian/tmp/ring.$kind" ] || fail "no $kind was drawn"
done
say "both programs run there"

# What a desktop would do on a double click: type by content, program by type.
within apt-get -q -y install --no-install-recommends shared-mime-info desktop-file-utils libglib2.0-bin appstream >>"$scratch/install.log" 2>&1 ||
    fail "the tools of a desktop do not install"
mv "$debian/tmp/ring.cbpm3" "$debian/tmp/ring-without-suffix"
type=$(within gio info -a standard::content-type /tmp/ring-without-suffix | sed -n 's/.*content-type: //p')
[ "$type" = application/x-cbpm3-archive ] || fail "the type of an archive is told as: $type"
within gio mime "$type" | grep -q cbpm3-monitor-archive.desktop || fail "nothing opens $type"
say "an archive has its type and its program"

# What a software centre would show: the pictures that came with the package.
shown=$(within appstreamcli dump --no-cache io.github.cbpm3.monitor | sed -n 's,.*<image [^>]*>file://\(.*\)</image>.*,\1,p')
[ -n "$shown" ] || fail "a software centre finds no pictures"
for picture in $shown; do
    [ -s "$debian$picture" ] || fail "a software centre would miss $picture"
done
say "a software centre shows $(echo "$shown" | wc -l) pictures"

within apt-get -q -y purge cbpm3-monitor >>"$scratch/install.log" 2>&1 || fail "it cannot be removed"
left=$(files | grep -v '^/root/\.cache/' || true)
[ -z "$left" ] || fail "removing left: $left"
say "removed without a trace"

if [ "${1:-}" != --once ]; then
    # Another path, another build folder, other times, no compiler cache, another umask.
    mkdir -p "$scratch/some/other/place"
    (cd "$root" && git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$scratch/some/other/place")
    again=$(umask 077 && CCACHE_DISABLE=1 CBPM3_BUILD_DIR="$scratch/build" "$scratch/some/other/place/packaging/package.sh")
    cmp "$package" "$again" || fail "two builds give two packages"
    say "a second build gives the same bytes"
    rm -rf "$scratch/some" "$scratch/build"
fi
