#!/usr/bin/env bash
# Instructions a row, which a busy machine does not change: two fixed logs under
# callgrind, of which the longer has 700 000 rows more.
#
#     cargo build --release && tests/bench/instructions.sh [progress|bookings]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

kind=${1:-progress}
command=(kpi --by provider)
if [[ $kind == bookings ]]; then command=(cofinancing); fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

counted() {
    cargo bench --quiet --bench bench -- make "$kind" plain "$1" "$folder/$1" >&2
    valgrind --tool=callgrind --callgrind-out-file="$folder/out" \
        target/release/samenleven "${command[@]}" --exit-zero --format csv "$folder/$1" 2>&1 >/dev/null |
        sed -n 's/.*Collected : //p'
}

short=$(counted 300000)
long=$(counted 1000000)
echo "$kind: $short for 300 000 rows, $long for 1 000 000: $(((long - short) / 700000)) a row"
