#!/usr/bin/env bash
# Makes the keys and certificates of TlsTest anew: an authority, a broker named localhost that has one for January 2020 alone, a box.
set -euo pipefail
cd "$(dirname "$0")/resources/io/verge/cloud/internal/mqtt"
rm -f ./*.p12 ./*.pem password
echo changeit > password
tool() { keytool "$@" -storepass changeit; }
pair() { tool -genkeypair -keyalg EC -groupname secp256r1 -alias "$1" -dname "$2" -keystore "$1.p12" "${@:3}"; }
pair ca "CN=Test authority" -ext bc:c -startdate "2019/01/01 00:00:00" -validity 36500
tool -exportcert -rfc -alias ca -keystore ca.p12 -file ca.pem
tool -importcert -noprompt -alias ca -keystore trust.p12 -file ca.pem
signed() {
  pair "$1" "$2"
  tool -certreq -alias "$1" -keystore "$1.p12" -file "$1.csr"
  tool -gencert -rfc -alias ca -keystore ca.p12 -infile "$1.csr" -outfile "$1.pem" -startdate "$3" -validity "$4" -ext "$5"
  tool -importcert -noprompt -alias ca -keystore "$1.p12" -file ca.pem
  tool -importcert -alias "$1" -keystore "$1.p12" -file "$1.pem"
  rm "$1.csr" "$1.pem"
}
signed broker CN=localhost "2020/01/01 00:00:00" 31 san=dns:localhost
signed box CN=wuhan-0417 "2019/01/01 00:00:00" 36500 ku:c=digitalSignature
rm ca.p12
