#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# bootstrap.sh run|test|package: installs the packages that are missing, and nothing where none is.
# Exit 3 where something is missing and cannot be installed.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

listed() {
    for purpose in "$@"; do
        sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$here/apt-$purpose.txt"
    done
}

missing() {
    for package in $(listed "$@"); do
        state=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
        [ "$state" = "install ok installed" ] || printf '%s ' "$package"
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

apt() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=120 "$@" >>"$log" 2>&1 || {
        tail -n 20 "$log" >&2
        echo "bootstrap: apt-get $1 failed; its whole output is in $log" >&2
        exit 3
    }
}

# The server package starts a cluster of its own where it is installed first; the tests make theirs and want no other.
without_main_cluster() {
    [ -z "$(dpkg-query -W -f '${Version}' postgresql-15 2>/dev/null || true)" ] || return 0
    echo "bootstrap: installing PostgreSQL without its default cluster; the tests start servers of their own" >&2
    apt install --no-install-recommends postgresql-common
    conf=/etc/postgresql-common/createcluster.conf
    as_root sed -i -e '/^[#[:space:]]*create_main_cluster/d' "$conf"
    echo 'create_main_cluster = false' | as_root tee -a "$conf" >/dev/null
}

# The pooler's package starts a service where it is installed first; the tests start their own and want no other.
without_pooler_service() {
    [ -z "$(dpkg-query -W -f '${Version}' pgbouncer 2>/dev/null || true)" ] || return 0
    [ -d /etc/systemd/system ] && [ ! -e /etc/systemd/system/pgbouncer.service ] || return 0
    echo "bootstrap: installing pgbouncer without its service (systemctl unmask pgbouncer gives it back)" >&2
    as_root ln -s /dev/null /etc/systemd/system/pgbouncer.service
}

case ${1:-} in
run) purposes=run ;;
test) purposes="run test" ;;
package) purposes="run package" ;;
*)
    echo "usage: bootstrap.sh run|test|package" >&2
    exit 2
    ;;
esac

# shellcheck disable=SC2086 # words are meant
wanted=$(missing $purposes)
[ -n "$wanted" ] || exit 0

if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null 2>&1; then
    echo "bootstrap: packages are missing; as root, run: apt-get install --no-install-recommends $wanted" >&2
    exit 3
fi
log=$(mktemp "${TMPDIR:-/tmp}/cbpm3-apt.XXXXXX")
echo "bootstrap: installing $wanted" >&2
apt update
case " $wanted " in
*" postgresql-15 "*) without_main_cluster ;;
esac
case " $wanted " in
*" pgbouncer "*) without_pooler_service ;;
esac
# shellcheck disable=SC2086 # words are meant
apt install --no-install-recommends $wanted
rm -f "$log"
