#!/usr/bin/env bash
# Ten thousand sessions at one Mosquitto on loopback, which is then away for two minutes: how many knock in a second when it is back.
# Exit code 1 when more than 3 % of the fleet did, or not all are back after 330 s. About ten minutes.
#
#   fleet.sh [SESSIONS [OUTAGE-SECONDS [SEED]]]
#
# Needs mosquitto, a file descriptor a session for this process and one for the broker's (ulimit -n), and target/benchmarks.jar (mvn package) or CLASSPATH.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
sessions=${1:-10000}
if (($(ulimit -n) < sessions + 200)); then
    echo "error: ulimit -n is $(ulimit -n), and $((sessions + 200)) is needed" >&2
    exit 2
fi
command -v mosquitto >/dev/null || { echo 'error: mosquitto is not installed' >&2; exit 2; }
exec java -Xmx512m -cp "${CLASSPATH:-$here/target/benchmarks.jar}" io.verge.cloud.internal.session.Fleet "$@"
