#!/bin/sh
# Slow proofs, one a file of tools/proofs. Without a name, or --list: lists them.
set -eu
cd "$(dirname "$0")/.."
python="$(pwd)/.venv/bin/python"

if [ $# -eq 0 ] || [ "$1" = --list ]; then
  for proof in tools/proofs/prove_*.py; do
    name=${proof#tools/proofs/prove_}
    printf './run prove %-8s %s\n' "${name%.py}" "$(sed -n '1s/"""//gp' "$proof")"
  done
  exit
fi

proof="tools/proofs/prove_$1.py"
if [ ! -e "$proof" ]; then
  printf 'No proof is called “%s”: ./run prove lists them.\n' "$1" >&2
  exit 2
fi
shift
exec "$python" "$proof" "$@"
