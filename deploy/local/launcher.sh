# Read by deploy/up and deploy/down: finds Java, builds what isn't built, and runs the launcher.
# Every failure is one sentence on standard error and exit code 1.

say_why() {
  printf '%s\n' "$1" >&2
  exit 1
}

find_java() {
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || say_why "JAVA_HOME is $JAVA_HOME, but there is no Java in it: point it to a JDK 17 or newer, or unset it."
  else
    java=$(command -v java) || say_why "There is no Java here: install a JDK 17 or newer and put its bin directory on the PATH."
  fi
  java_version=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9][^"]*\)".*/\1/p' | head -n 1)
  major=${java_version%%[!0-9]*}
  [ "${major:-0}" -ge 17 ] || say_why "$java is Java ${java_version:-of an unknown version}, and Etalage needs a JDK 17 or newer."
}

# Building needs more than running does: a compiler, and a Maven that knows our plugins.
find_build_tools() {
  [ -x "$(dirname -- "$java")/javac" ] || say_why "$java is a Java without a compiler: install the whole JDK 17 or newer."
  command -v mvn >/dev/null || say_why "There is no Maven here, and Etalage has yet to be built: install Maven 3.8.7 or newer."
  maven_version=$(mvn -B -version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)
  oldest=$(printf '%s\n3.8.7\n' "${maven_version:-0}" | sort -t . -k 1,1n -k 2,2n -k 3,3n | head -n 1)
  [ "$oldest" = 3.8.7 ] || say_why "This is Maven ${maven_version:-of an unknown version}, and Etalage needs 3.8.7 or newer."
}

launcher_jar() {
  printf '%s' "$root/deploy/local/target/local-runnable.jar"
}

run_launcher() {
  "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx128m -Dfile.encoding=UTF-8 -jar "$(launcher_jar)" "$@"
}

# True when a part was never built, or when a source is newer than the last whole build.
needs_build() {
  stamp=$root/deploy/local/target/built
  for jar in deploy/local/target/local deploy/stand-in/target/stand-in deploy/demo-data/target/demo-data; do
    [ -f "$root/$jar-runnable.jar" ] || return 0
  done
  for service in shops content scheduling; do
    [ -f "$root/$service-service/target/quarkus-app/quarkus-run.jar" ] || return 0
  done
  [ -f "$root/gateway/target/quarkus-app/quarkus-run.jar" ] || return 0
  [ -f "$stamp" ] || return 0
  newer=$(find "$root/pom.xml" "$root"/*/pom.xml "$root"/*/*/pom.xml "$root"/*/src/main "$root"/*/*/src/main \
    "$root/deploy/keycloak" "$root/deploy/postgresql" -newer "$stamp" -print 2>/dev/null | head -n 1)
  [ -n "$newer" ]
}

# Builds all but the system test. Nothing of an older build may run: its files would change under its feet.
build() {
  find_build_tools
  if [ -f "$(launcher_jar)" ]; then
    run_launcher check "$root" || exit 1
  fi
  logs=$root/deploy/local/data/logs
  mkdir -p "$logs" "$root/deploy/local/target" || say_why "Cannot write in $root/deploy/local: it belongs to another user, perhaps because ./deploy/up ran as root before."
  free=$(df -Pk "$root/deploy/local/target" | awk 'NR == 2 { print int($4 / 1024) }')
  [ "$free" -ge 1000 ] || say_why "The disk with $root has $free MiB left, and building Etalage needs about 1000 MiB: free some space, then start again."
  if command -v flock >/dev/null; then
    exec 9>"$root/deploy/local/data/build.lock"
    flock -n 9 || say_why "Etalage is being built from this directory by another ./deploy/up: wait for that one."
  fi
  began=$(date +%s)
  : >"$logs/build.log"
  : >"$root/deploy/local/target/build-began"
  if [ -t 1 ]; then end='\r'; else end='\n'; fi
  echo "Building what is not built; on a new machine Maven also downloads, which takes some minutes"
  {
    mvn -B -f "$root/pom.xml" -Dquick package -pl '!deploy/system-tests' </dev/null 2>&1 9>&-
    # On a line of its own: Debian's Maven ends its output with an escape code instead of a new line.
    printf '\nbuild ended with %d\n' $?
  } | follow_build "$logs/build.log" "$end"
  case $(tail -n 1 "$logs/build.log") in
    "build ended with 0") ;;
    *)
      reason=$(sed -n 's/^.*ERROR[^ ]* *//p' "$logs/build.log" | grep -v 'Some problems were' | grep '[a-z]' | head -n 1 | cut -c 1-300)
      say_why "The build failed: ${reason:-see its log} (all of it: $logs/build.log)."
      ;;
  esac
  mv "$root/deploy/local/target/build-began" "$root/deploy/local/target/built"
  printf '  Built %s %d s\n' "......................................................." "$(($(date +%s) - began))"
  if command -v flock >/dev/null; then
    exec 9>&-
  fi
}

# Shows which module is being built: on a terminal on one line, in a file nothing but the last.
follow_build() {
  while IFS= read -r line; do
    printf '%s\n' "$line" >>"$1"
    if [ "$2" = '\r' ]; then
      case $line in
        *'Building Etalage: '*)
          module=${line#*Building Etalage: }
          printf '  %-58s\r' "${module%% *}"
          ;;
      esac
    fi
  done
}
