#!/bin/sh
# main.ts where there is no network: nothing but the loopback address, over which browser, server and tests talk.
exec unshare --net sh -c 'ip link set lo up && exec "$@"' sh "$(dirname "$0")/main.ts" "$@"
