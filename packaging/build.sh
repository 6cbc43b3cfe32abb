# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by ./run, ./test and package.sh: where the build is, and how it is made.
# Wants $root, the folder of the sources.

build_root=${CBPM3_BUILD_DIR:-$root/build}

# As many jobs as cores, fewer where a compiler would not find 2 GB of memory.
jobs() {
    cores=$(nproc 2>/dev/null || echo 1)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 2000000) }' /proc/meminfo 2>/dev/null || echo 1)
    [ "${memory:-1}" -ge 1 ] || memory=1
    [ "$memory" -lt "$cores" ] && echo "$memory" || echo "$cores"
}

# build PRESET [TARGET...]: quiet; the log is kept, and its end shown where something fails.
build() {
    preset=$1
    shift
    mkdir -p "$build_root"
    log=$build_root/$preset.log
    echo "building $preset; the log is $log" >&2
    # ccache wants a home for its files.
    export CCACHE_DIR="${CCACHE_DIR:-$build_root/ccache}"
    if ! (cd "$root" && cmake --preset "$preset" -B "$build_root/$preset" && cmake --build "$build_root/$preset" -j "$(jobs)" ${1:+--target "$@"}) >"$log" 2>&1; then
        tail -n 40 "$log" >&2
        echo "the build failed; the whole log is $log" >&2
        exit 1
    fi
}
