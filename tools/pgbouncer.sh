#!/bin/sh
# A pgbouncer for the proof of replicas: the system's, else unpacked beside us; nothing is installed
# and no service starts. Its program is told on standard output.
set -eu
cd "$(dirname "$0")/.."
place=$(pwd)/.local/pgbouncer
say() { printf '· %s\n' "$*" >&2; }

for known in "${PGBOUNCER:-}" "$(command -v pgbouncer || true)" /usr/sbin/pgbouncer "$place/starting"; do
  if [ -n "$known" ] && [ -x "$known" ]; then printf '%s\n' "$known"; exit 0; fi
done
if ! command -v apt-get >/dev/null 2>&1; then
  say "The proof needs pgbouncer: install it, or set PGBOUNCER to its program."
  exit 1
fi

say "Unpacking pgbouncer into .local/pgbouncer (apt)"
apt=$(pwd)/.local/apt-pgbouncer
mkdir -p "$apt/lists/partial" "$apt/archives/partial" "$place"
options="-o Dir::State::Lists=$apt/lists -o Dir::Cache=$apt -o Dir::Cache::Archives=$apt/archives -o Debug::NoLocking=1 -o APT::Sandbox::User="
# shellcheck disable=SC2086
apt-get $options update -qq
# shellcheck disable=SC2086
apt-get $options install -y -qq --no-install-recommends --download-only pgbouncer >/dev/null
for package in "$apt"/archives/*.deb; do dpkg-deb -x "$package" "$place"; done
rm -rf "$apt"
cat > "$place/making" <<'SCRIPT'
#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
libraries=$(find "$here/usr/lib" -name '*.so*' -exec dirname {} + 2>/dev/null | sort -u | tr '\n' ':')
export LD_LIBRARY_PATH="$libraries${LD_LIBRARY_PATH:-}"
exec "$here/usr/sbin/pgbouncer" "$@"
SCRIPT
chmod +x "$place/making"
"$place/making" --version >&2
mv "$place/making" "$place/starting"
printf '%s\n' "$place/starting"
