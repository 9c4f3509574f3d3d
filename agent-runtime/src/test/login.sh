#!/usr/bin/env bash
# Makes the certificates of LoginTest: an authority, and a maintainer that it knows. Needs openssl 3. They are only read, so they may end.
set -euo pipefail
out=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)/resources/io/verge/agent/remote
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
cd "$work"
key() { openssl genpkey -quiet -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1"; }
key ca.key
openssl req -x509 -new -key ca.key -sha256 -days 3650 -subj '/CN=Test authority' \
  -addext 'basicConstraints=critical,CA:TRUE,pathlen:0' -addext 'keyUsage=critical,keyCertSign,cRLSign' -out ca.pem
key anna.key
openssl req -new -key anna.key -subj '/O=wuhan/OU=maintainer/CN=anna' -out anna.csr
printf '%s\n' 'basicConstraints=critical,CA:FALSE' 'keyUsage=critical,digitalSignature' 'extendedKeyUsage=clientAuth' >ext
openssl x509 -req -in anna.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 1 -sha256 -extfile ext -out anna.pem 2>/dev/null
printf 'correct horse\n' >"$out/password"
openssl pkcs12 -export -inkey anna.key -in anna.pem -certfile ca.pem -name anna -passout "file:$out/password" -out "$out/anna.p12"
openssl pkcs12 -export -inkey anna.key -in anna.pem -name anna -passout "file:$out/password" -out "$out/alone.p12"
