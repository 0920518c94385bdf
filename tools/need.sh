#!/bin/sh
# Install Debian packages that are missing, where that is allowed; else name them.
for package in "$@"; do
  if dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "install ok installed"; then
    continue
  fi
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -q --no-install-recommends "$package" >/dev/null && continue
  fi
  echo "Belum ada paket Debian '$package'. Pasang dulu: sudo apt-get install $package" >&2
  missing=1
done
exit ${missing:-0}
