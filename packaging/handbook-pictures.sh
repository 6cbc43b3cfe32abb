#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# handbook-pictures.sh PROGRAM FOLDER: the handbook's pictures, drawn by the program itself from the demo day.
set -eu

program=$1
folder=$2
mkdir -p "$folder"
# Settings and caches of whoever builds stay out of the pictures.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export HOME="$scratch" XDG_CACHE_HOME="${CBPM3_DEMO_CACHE:-$scratch/cache}" XDG_CONFIG_HOME="$scratch/config"
export LC_ALL=C.UTF-8 TZ=UTC

draw() {
    name=$1
    shift
    "$program" --source demo --size 1280x720 "$@" --render "$folder/$name.png"
}
draw trend --page trend
draw trend-hour --page trend --from -1h --to now
draw orbit --page orbit
draw buttons --page buttons --from -1h --to now
draw xy --page xy --from -1h --to now
draw waterfall --page waterfall --from -1h --to now
draw statistics --page statistics --from -1h --to now
draw spectrum --page spectrum --from -1h --to now
