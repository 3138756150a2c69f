// Verifies credentials with the Digital Credentials Consortium's verifier-core, which shares no code with the portal.
// Reads [{credential, documents: {address: document}, trusted: [did]}] on stdin; answers [{valid_signature, expiration,
// revocation_status, registered_issuer, schema, errors}] on stdout: what each of its steps says, null where it says nothing.
// Its registry of issuers is given here, and the documents are its whole world: nothing is fetched.
import {text} from 'node:stream/consumers';

const REGISTRY = 'https://registry.example/registry.json';

let world = {};
globalThis.fetch = async (request) => {
  const address = String(request.url ?? request);
  const known = world[address];
  return known === undefined
    ? new Response('Not found', {status: 404})
    : new Response(JSON.stringify(known), {headers: {'content-type': 'application/json'}});
};
console.log = console.error; // its complaints are not the answer

const {verifyCredential} = await import('@digitalcredentials/verifier-core');

function addressOf(name) {
  if (!name.startsWith('did:web:')) return name;
  const [host, ...path] = name.slice('did:web:'.length).split(':');
  return `https://${decodeURIComponent(host)}/${path.join('/') || '.well-known'}/did.json`;
}

const answers = [];
for (const {credential, documents, trusted} of JSON.parse(await text(process.stdin))) {
  world = Object.fromEntries(Object.entries(documents).map(([name, document]) => [addressOf(name), document]));
  world[REGISTRY] = {registry: Object.fromEntries(trusted.map((did) => [did, {name: did}]))};
  const result = await verifyCredential({
    credential,
    knownDIDRegistries: [{name: 'here', type: 'dcc-legacy', url: REGISTRY}],
  });
  const step = (id) => result.log?.find((entry) => entry.id === id);
  const errors = [...(result.errors ?? []), ...(result.log ?? []).map(({error}) => error)].filter(Boolean);
  answers.push({
    valid_signature: step('valid_signature')?.valid ?? null,
    expiration: step('expiration')?.valid ?? null,
    revocation_status: step('revocation_status')?.valid ?? null,
    registered_issuer: step('registered_issuer')?.valid ?? null,
    schema: result.additionalInformation?.[0]?.results?.[0]?.result?.valid ?? null,
    errors: errors.map(({name, message}) => `${name}: ${message}`),
  });
}
process.stdout.write(JSON.stringify(answers));
