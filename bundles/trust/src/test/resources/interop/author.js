// Metadata by others: a repository with two roots, a threshold of two, a delegation and fields that only its author knows.
// node author.js REPOSITORY
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');
const { Key, MetaFile, Metadata, Root, Signature, Snapshot, TargetFile, Targets, Timestamp } = require('@tufjs/models');
const { Delegations } = require('@tufjs/models/dist/delegations');
const { DelegatedRole, Role } = require('@tufjs/models/dist/role');

const folder = path.join(process.argv[2], 'metadata');
const life = { specVersion: '1.0.31', expires: '2126-01-01T00:00:00Z' };

function signer(name) {
  const pair = crypto.generateKeyPairSync('ed25519');
  const hex = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  return {
    key: new Key({ keyID: `key of ${name}`, keyType: 'ed25519', scheme: 'ed25519', keyVal: { public: hex } }),
    sign: (data) => new Signature({ keyID: `key of ${name}`, sig: crypto.sign(null, data, pair.privateKey).toString('hex') }),
  };
}

function write(name, signed, ...signers) {
  const metadata = new Metadata(signed);
  for (const one of signers) {
    metadata.sign(one.sign);
  }
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, name), JSON.stringify(metadata.toJSON(), null, 2));
}

const [rootA, rootB, rootC, online, targetsKey, vendor] = ['a', 'b', 'c', 'online', 'targets', 'vendor'].map(signer);

function root(version, ...keys) {
  const roles = {};
  roles.root = new Role({ keyIDs: [], threshold: 2 });
  for (const role of ['targets', 'snapshot', 'timestamp']) roles[role] = new Role({ keyIDs: [], threshold: 1 });
  const signed = new Root({ ...life, version, roles, consistentSnapshot: true });
  for (const one of keys) signed.addKey(one.key, 'root');
  signed.addKey(targetsKey.key, 'targets');
  signed.addKey(online.key, 'snapshot');
  signed.addKey(online.key, 'timestamp');
  return signed;
}

write('1.root.json', root(1, rootA, rootB), rootA, rootB);
write('2.root.json', root(2, rootB, rootC), rootA, rootB, rootC);

const file = (name, custom) => new TargetFile({
  path: name, length: 5, hashes: { sha256: 'ab'.repeat(32) }, unrecognizedFields: { custom },
});
const delegations = new Delegations({
  keys: { [vendor.key.keyID]: vendor.key },
  roles: { example: new DelegatedRole({
    name: 'example', keyIDs: [vendor.key.keyID], threshold: 1, terminating: true, paths: ['bundles/com.example.*'],
  }) },
});
write('3.targets.json', new Targets({
  ...life, version: 3, targets: { 'bundles/a-1.jar': file('bundles/a-1.jar', { text: 'zoé "\\\u0007 😀', list: [1, null] }) },
  delegations, unrecognizedFields: { 'x-later': { b: [true], a: -1 } },
}), targetsKey);
write('7.example.json', new Targets({
  ...life, version: 7, targets: { 'bundles/com.example.a-1.jar': file('bundles/com.example.a-1.jar', {}) },
}), vendor);
write('5.snapshot.json', new Snapshot({
  ...life, version: 5, meta: { 'targets.json': new MetaFile({ version: 3 }), 'example.json': new MetaFile({ version: 7 }) },
}), online);
write('timestamp.json', new Timestamp({ ...life, version: 9, snapshotMeta: new MetaFile({ version: 5 }) }), online);
