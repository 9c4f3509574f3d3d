#!/usr/bin/env bash
# Measures our codecs beside the C code that asn1c generates from the same modules of T/CSAE 53-2019, in one
# run, and prints one Markdown table. Arguments are options of JMH.
#
# Needs target/benchmarks.jar (mvn package); CLASSPATH, when set, is used in its place. Without asn1c and gcc
# (Debian: apt-get install asn1c gcc libc6-dev) the table has our own figures only.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
modules=$here/../../bundles/messages/csae/src/main/asn1
c=$here/target/c
classpath=${CLASSPATH:-$here/target/benchmarks.jar}
program=-

# Runs a command quietly; shows what it wrote when it fails.
quietly() {
    "$@" >"$c/log" 2>&1 || {
        cat "$c/log" >&2
        echo "failed: $1" >&2
        exit 1
    }
}

build() {
    rm -rf "$c"
    mkdir -p "$c"
    cd "$c"
    quietly asn1c -gen-PER "$modules"/common/*.asn "$modules"/2019/*.asn
    rm converter-sample.c
    quietly gcc -O2 -w -I. -o bench "$here/src/main/c/bench.c" ./*.c
}

if [ -z "${CLASSPATH:-}" ] && [ ! -f "$classpath" ]; then
    echo "$classpath is missing: run mvn package first" >&2
    exit 1
fi
if command -v asn1c >/dev/null && command -v gcc >/dev/null; then
    echo "building the C code ..." >&2
    (build)
    program=$c/bench
    echo "C: $(asn1c -h 2>&1 | head -n 1), $(gcc --version | head -n 1), -O2"
else
    echo "asn1c or gcc is not installed: our own figures only" >&2
fi
echo "Java: $(java --version | sed -n 2p)"
sed -n 's/^model name[^:]*: /CPU: /p' /proc/cpuinfo 2>/dev/null | head -n 1 || true
echo
exec java -cp "$classpath" io.verge.benchmarks.messages.CompareWithC "$program" "$@"
