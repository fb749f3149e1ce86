#!/bin/sh
# A chromium for the journeys: the system's, else installed by apt, else unpacked beside us.
set -eu
cd "$(dirname "$0")/.."
say() { printf '· %s\n' "$*" >&2; }

[ -n "${CHROMIUM:-}" ] && exit 0
for known in chromium chromium-browser google-chrome; do
  if command -v "$known" >/dev/null 2>&1; then exit 0; fi
done
[ -x .local/chromium/chromium ] && exit 0
if ! command -v apt-get >/dev/null 2>&1; then
  say "The journeys need chromium: install it, or set CHROMIUM to its program."
  exit 1
fi

as_root=
[ "$(id -u)" -eq 0 ] || as_root="sudo -n"
if [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; then
  say "Installing chromium (apt)"
  $as_root apt-get update -qq
  $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends chromium >/dev/null
  exit 0
fi

# Neither root nor sudo: fetch the packages that are missing and unpack them, installing nothing.
say "Unpacking chromium into .local/chromium (no right to install it)"
apt=$(pwd)/.local/apt
mkdir -p "$apt/lists/partial" "$apt/archives/partial" .local/chromium
options="-o Dir::State::Lists=$apt/lists -o Dir::Cache=$apt -o Dir::Cache::Archives=$apt/archives -o Debug::NoLocking=1 -o APT::Sandbox::User="
# shellcheck disable=SC2086
apt-get $options update -qq
# shellcheck disable=SC2086
apt-get $options install -y -qq --no-install-recommends --download-only chromium >/dev/null
for package in "$apt"/archives/*.deb; do dpkg-deb -x "$package" .local/chromium; done
rm -rf "$apt"
(cd .local/chromium/usr/share && rm -rf doc icons locale man)

# The machine may have no font at all: those unpacked are named.
here=$(pwd)/.local/chromium
cat > .local/chromium/fonts.conf <<FONTS
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>$here/usr/share/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>$here/font-cache</cachedir>
</fontconfig>
FONTS
cat > .local/chromium/starting <<'SCRIPT'
#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
libraries=$(find "$here/usr/lib" "$here/lib" -name '*.so*' -exec dirname {} + 2>/dev/null | sort -u | tr '\n' ':')
export LD_LIBRARY_PATH="$libraries${LD_LIBRARY_PATH:-}" FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/usr/lib/chromium/chromium" "$@"
SCRIPT
chmod +x .local/chromium/starting
.local/chromium/starting --version >&2
mv .local/chromium/starting .local/chromium/chromium
