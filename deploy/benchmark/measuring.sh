# What the benchmarks have in common; read with `.` by scripts that set work, started, root.

say() { echo "$*" >&2; }
have() { command -v "$1" > /dev/null; }

stop() {
  local pid
  for pid in "${started[@]}"; do kill "$pid" 2> /dev/null || true; done
  wait 2> /dev/null || true
}

# start NAME CPU COMMAND…: in the background, pinned, its output in a file; its process id in $pid
start() {
  local name=$1 cpu=$2
  shift 2
  taskset -c "$cpu" "$@" > "$work/$name.log" 2>&1 &
  pid=$!
  started+=("$pid")
}

end() {
  kill "$1" 2> /dev/null || true
  wait "$1" 2> /dev/null || true
}

# answers URL [HEADER]: waits until it does
answers() {
  local tries
  for tries in $(seq 1 240); do
    [ "$(curl -s -o /dev/null -m 2 -w '%{http_code}' ${2:+-H "$2"} "$1")" = 200 ] && return 0
    sleep 0.5
  done
  say "$1 does not answer; see $work"
  exit 1
}

# What a process and its children used of the processor, in clock ticks
ticks() {
  local child sum=0
  for child in "$1" $(cat /proc/"$1"/task/*/children 2> /dev/null); do
    sum=$((sum + $(awk '{ sub(/.*\) /, ""); print $12 + $13 }' "/proc/$child/stat" 2> /dev/null || echo 0)))
  done
  echo "$sum"
}

# What the whole machine used, in clock ticks
busy() { awk '/^cpu / { print $2 + $3 + $4 + $7 + $8 + $9 }' /proc/stat; }

# spread COLUMN FORMAT < lines: "median (least – most)"
spread() {
  awk -v column="$1" '{ print $column }' | sort -n |
    awk -v format="$2" '{ value[NR] = $1 }
      END { printf format " (" format " – " format ")", value[int((NR + 1) / 2)], value[1], value[NR] }'
}

# Reads what wrk prints: "requests requests/s p50ms p99ms refused"
read_wrk() {
  awk '
    function ms(text) {
      if (text ~ /us$/) return text / 1000
      if (text ~ /ms$/) return text + 0
      if (text ~ /m$/) return text * 60000
      return text * 1000
    }
    $1 == "50%" { p50 = ms($2) }
    $1 == "99%" { p99 = ms($2) }
    / requests in / { requests = $1 }
    /^Requests\/sec/ { rate = $2 }
    /Non-2xx/ { bad = $NF }
    END { print requests + 0, rate + 0, p50 + 0, p99 + 0, bad + 0 }'
}

# compiling PID: how many of them a Java process spent on compiling itself; 0 for others
compiling() {
  awk '/\(C[12] Compiler/ { sub(/.*\) /, ""); sum += $12 + $13 } END { print sum + 0 }' /proc/"$1"/task/*/stat 2> /dev/null
}
