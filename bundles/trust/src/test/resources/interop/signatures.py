# Signatures of a root by securesystemslib, the library of TUF's reference implementation.
# signatures.py ROOT   prints the SHA-256 of what is signed, and for each signature whether it verifies and its key has the usual id
import hashlib
import json
import sys

import securesystemslib.formats
import securesystemslib.keys

root = json.load(open(sys.argv[1], encoding="utf-8"))
signed = securesystemslib.formats.encode_canonical(root["signed"]).encode("utf-8")
print(hashlib.sha256(signed).hexdigest())
for signature in root["signatures"]:
    key = dict(root["signed"]["keys"][signature["keyid"]])
    canonical = securesystemslib.formats.encode_canonical(key).encode("utf-8")
    usual = hashlib.sha256(canonical).hexdigest() == signature["keyid"]
    key["keyid"] = signature["keyid"]
    key["keyval"] = dict(key["keyval"], private="")
    print(securesystemslib.keys.verify_signature(key, signature, signed), usual)
