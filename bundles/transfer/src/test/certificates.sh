#!/bin/sh
# Makes the keys of the tests anew: a server named localhost and a box, each of which trusts the other's certificate.
set -eu
cd "$(dirname "$0")/resources/io/verge/transfer/source"
rm -f server.p12 box.p12
key() {
  keytool -genkeypair -alias own -keyalg EC -groupname secp256r1 -validity 36500 -startdate '2019/01/01 00:00:00' \
    -dname "CN=$2" -ext "$3" -storetype PKCS12 -keystore "$1.p12" -storepass changeit
}
trusts() {
  keytool -exportcert -alias own -keystore "$2.p12" -storepass changeit |
    keytool -importcert -noprompt -alias other -keystore "$1.p12" -storepass changeit
}
key server localhost san=dns:localhost
key box wuhan-0417 eku=clientAuth
trusts server box
trusts box server
