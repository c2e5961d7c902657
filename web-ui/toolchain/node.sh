#!/bin/sh
# Makes sure that the frontend plugin can install Node without reaching nodejs.org.
#
#   node.sh NODE_VERSION NPM_VERSION LOCAL_MAVEN_REPOSITORY
#
# The plugin looks into its cache, a folder of the local Maven repository, before it downloads. Where nodejs.org
# answers, nothing is done here and the plugin downloads by itself. Where it doesn't, but an npm of any age is
# installed, that npm fetches the same Node and npm as packages (checked against their published digests), from
# wherever it is configured to fetch, and they are laid into the cache in the form the plugin expects.
set -eu
node_version=${1#v}
npm_version=$2
repository=$3

case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) platform=linux-x64 ;;
  Linux-aarch64) platform=linux-arm64 ;;
  *) exit 0 ;;
esac

cache=$repository/com/github/eirslett
node_archive=$cache/node/$node_version/node-$node_version-$platform.tar.gz
npm_archive=$cache/npm/$npm_version/npm-$npm_version.tar.gz
[ -f "$node_archive" ] && [ -f "$npm_archive" ] && exit 0

if command -v curl >/dev/null 2>&1 \
  && curl -sfI --max-time 5 -o /dev/null "https://nodejs.org/dist/v$node_version/SHASUMS256.txt"; then
  exit 0
fi
command -v npm >/dev/null 2>&1 || {
  echo "node.sh: nodejs.org does not answer and there is no npm to fetch Node $node_version with." >&2
  echo "node.sh: install any npm (for example: apt-get install npm), or allow the download." >&2
  exit 1
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fetch() { (cd "$work" && npm pack --silent "$1") || { echo "node.sh: $1 could not be fetched." >&2; exit 1; }; }

# Renaming within one folder is atomic, so that two builds at the same time never see half an archive.
place() { mkdir -p "$(dirname "$2")" && cp "$1" "$2.$$" && mv "$2.$$" "$2"; }

if [ ! -f "$node_archive" ]; then
  echo "node.sh: fetching Node $node_version"
  package=$(fetch "node-$platform@$node_version" | tail -n 1)
  folder=node-v$node_version-$platform
  mkdir "$work/$folder"
  tar -xzf "$work/$package" -C "$work/$folder" --strip-components=1
  tar -czf "$work/node.tar.gz" -C "$work" "$folder/bin/node"
  place "$work/node.tar.gz" "$node_archive"
fi
if [ ! -f "$npm_archive" ]; then
  echo "node.sh: fetching npm $npm_version"
  package=$(fetch "npm@$npm_version" | tail -n 1)
  place "$work/$package" "$npm_archive"
fi
