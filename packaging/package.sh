#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/package.sh: builds the Debian package and checks it by Debian's own tools. Prints its path.
set -eu
umask 022 # what is packed is for everybody, whoever packs it

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/build.sh"

sh "$root/packaging/bootstrap.sh" package
# The date of the changelog, whoever builds where and when.
SOURCE_DATE_EPOCH=$(dpkg-parsechangelog -l "$root/packaging/deb/changelog" -S Timestamp)
export SOURCE_DATE_EPOCH
build package

folder=$build_root/package
log=$build_root/package-check.log
rm -rf "$folder/deb"
(cd "$folder" && cpack -B "$folder/deb") >"$log" 2>&1 || {
    tail -n 40 "$log" >&2
    exit 1
}
rm -rf "$folder/deb/_CPack_Packages"
package=$(find "$folder/deb" -name '*.deb')

unpacked=$folder/deb/unpacked
dpkg-deb -x "$package" "$unpacked"
share=$unpacked/usr/share
desktop-file-validate "$share/applications"/*.desktop
appstreamcli validate --no-net --pedantic "$share/metainfo"/*.xml >&2
media=$(sed -n 's,.*media_baseurl="file://\([^"]*\)".*,\1,p' "$share/swcatalog/xml/cbpm3-monitor.xml")
sed -n 's,.*<image [^>]*>\(.*\)</image>.*,\1,p' "$share/swcatalog/xml/cbpm3-monitor.xml" | while read -r picture; do
    [ -s "$unpacked$media/$picture" ] || { echo "the catalogue names $picture, which is not packed" >&2; exit 1; }
done
for page in "$share"/man/man1/*.gz; do
    warnings=$(man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>&1 >/dev/null)
    [ -z "$warnings" ] || { echo "$page: $warnings" >&2; exit 1; }
done
bash -n "$share"/bash-completion/completions/cbpm3
# As root lintian asks to be told that this is meant.
lintian --allow-root --fail-on error,warning "$package" >&2
rm -rf "$unpacked"
echo "$package"
