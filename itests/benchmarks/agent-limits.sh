#!/usr/bin/env bash
# Holds the packaged agent to its limits, from outside: prints figures with the limit beside them as Markdown tables.
# Exit code 1 when a limit was missed or the measurement failed, 2 when it cannot begin. Linux only: it reads /proc.
#
#   agent-limits.sh start     [RUNS]              process start to the first SPAT, and memory after 20 s   about 3 min
#   agent-limits.sh latency   [WARM-UP [SECONDS]] radar frame in to RSM out, 100 road users, 4 x 20 Hz     about 3 min
#   agent-limits.sh update    [UPDATES]           gap of a driver's data when it is updated, and others'   about 2 min
#   agent-limits.sh leak      [UPDATES [CALM]]    what is held after 200 updates                           about 10 min
#   agent-limits.sh leftovers [SECONDS]           what a demo leaves behind, and whether it grows          about 2 min
#   agent-limits.sh all
#
# Needs target/benchmarks.jar and the distribution (mvn package), a JDK for jcmd, and a machine that does nothing else;
# CLASSPATH and VERGE_DISTRIBUTION, when set, are used in place of the two.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
classpath=${CLASSPATH:-$here/target/benchmarks.jar}

fail() {
    printf 'error: %s\n' "$@" >&2
    exit 2
}

usage() {
    sed -n 's/^#   //p' "${BASH_SOURCE[0]}" >&2
    exit 2
}

class_of() {
    case $1 in
    start) echo StartToSpat ;;
    latency) echo FrameToMessage ;;
    update) echo UpdateGap ;;
    leak) echo UpdateLeak ;;
    leftovers) echo Leftovers ;;
    *) usage ;;
    esac
}

# The distribution that the build made.
find_distribution() {
    local folder
    for folder in "$here"/../../agent-runtime/target/verge-*/; do
        if [ -x "${folder}verge" ]; then
            (cd "$folder" && pwd)
            return
        fi
    done
}

measure() {
    local class
    class=$(class_of "$1")
    echo
    echo "## $1"
    echo
    java -XX:+UseSerialGC -Xms256m -cp "$classpath" "io.verge.benchmarks.agent.$class" "$distribution" "${@:2}"
}

[ $# -gt 0 ] || usage
[ "$1" = all ] || class_of "$1" >/dev/null
[ -n "${CLASSPATH:-}" ] || [ -f "$classpath" ] || fail "$classpath is missing: run mvn package first"
distribution=${VERGE_DISTRIBUTION:-$(find_distribution)}
[ -x "$distribution/verge" ] || fail 'there is no packed verge below agent-runtime/target: run mvn package first'

echo "Java: $(java --version | sed -n 2p)"
sed -n 's/^model name[^:]*: /CPU: /p' /proc/cpuinfo | head -n 1
echo "Processors: $(nproc), load before: $(cut -d ' ' -f 1-3 /proc/loadavg)"
if [ "$1" != all ]; then
    measure "$@"
else
    result=0
    for one in start latency update leak leftovers; do
        code=0
        measure "$one" || code=$?
        ((code <= result)) || result=$code
    done
    exit "$result"
fi
