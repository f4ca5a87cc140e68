#!/bin/sh
# Installs Debian packages as root; anybody else is told what to ask for.
set -eu
if [ "$(id -u)" -ne 0 ]; then
    echo "缺少系统软件包，请以 root 身份运行：apt-get install $*" >&2
    echo "System packages are missing. Run as root: apt-get install $*" >&2
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends "$@" >/dev/null
