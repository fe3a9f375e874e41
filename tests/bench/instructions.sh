#!/usr/bin/env bash
# Instructions a row, which a busy machine does not change: two fixed files of a kind
# under callgrind, of which one is longer; what is done once a run falls out. Both are long
# enough to be read fast. Bookings fall under some 145 000 sums, and the first row of each
# costs more; the shorter of their files has met nearly all of them.
#
#     cargo build --release && tests/bench/instructions.sh [progress] [bookings] [--most N]
#
# With --most it ends with 1 where a row takes more than N instructions.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

kinds=()
most=
while (($#)); do
    case $1 in
    progress | bookings) kinds+=("$1") ;;
    --most)
        most=${2:?--most is followed by a number}
        shift
        ;;
    *)
        sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0" >&2
        exit 2
        ;;
    esac
    shift
done
if ((${#kinds[@]} == 0)); then kinds=(progress bookings); fi

program=target/release/samenleven
for tool in valgrind "$program"; do
    if ! command -v "$tool" >/dev/null; then
        echo "$tool is missing" >&2
        exit 2
    fi
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# counted KIND ROWS: the instructions of a whole run.
counted() {
    local dossier=$folder/$1-$2 command=(kpi --by provider)
    if [[ $1 == bookings ]]; then command=(cofinancing); fi
    cargo bench --quiet --bench bench -- make "$1" plain "$2" "$dossier" >&2
    valgrind --tool=callgrind --callgrind-out-file=/dev/null --log-file="$folder/told" \
        "$program" "${command[@]}" --exit-zero --quiet --format csv "$dossier" >/dev/null
    sed -n 's/.*Collected : //p' "$folder/told"
}

# a_row KIND SHORT LONG: the instructions of one of the rows that the longer has more.
a_row() {
    local short long
    short=$(counted "$1" "$2")
    long=$(counted "$1" "$3")
    echo $(((long - short) / ($3 - $2)))
}

exit=0
for kind in "${kinds[@]}"; do
    case $kind in
    progress) row=$(a_row progress 100000 300000) ;;
    bookings) row=$(a_row bookings 1000000 1300000) ;;
    esac
    echo "$kind: $row instructions a row"
    if [[ -n $most ]] && ((row > most)); then
        echo "$kind: that is more than $most" >&2
        exit=1
    fi
done
exit $exit
