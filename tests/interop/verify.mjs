// Verifies credentials with Digital Bazaar's libraries, which share no code with the portal.
// Reads [{credential, documents: {address: document}}] on stdin; answers [{verified, revoked, errors}] on stdout.
// Nothing is fetched: an address that is not among the documents cannot be loaded.
import {text} from 'node:stream/consumers';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {verifyCredential} from '@digitalbazaar/vc';
import {checkStatus} from '@digitalbazaar/vc-bitstring-status-list';

const MULTIKEY = 'https://w3id.org/security/multikey/v1';

async function verify({credential, documents}) {
  async function documentLoader(address) {
    const [base, fragment] = address.split('#');
    let document = documents[address] ?? documents[base];
    if (document === undefined) throw new Error(`not among the documents: ${address}`);
    if (fragment !== undefined && base.startsWith('did:')) {
      const method = document.verificationMethod.find(({id}) => id === address);
      if (method === undefined) throw new Error(`no such key: ${address}`);
      document = {'@context': MULTIKEY, ...method};
    }
    return {contextUrl: null, documentUrl: address, document: structuredClone(document)};
  }

  const suite = new DataIntegrityProof({cryptosuite});
  let revoked = null;
  const result = await verifyCredential({
    credential,
    suite,
    documentLoader,
    checkStatus: async ({credential}) => {
      const outcome = await checkStatus({credential, suite, documentLoader});
      if (outcome.error) return outcome;
      revoked = outcome.results.some(({status}) => status);
      return {verified: outcome.verified && !revoked};
    },
  });
  const reasons = [result.error, result.statusResult?.error, ...(result.error?.errors ?? [])];
  const errors = reasons.filter(Boolean).map(({name, message}) => `${name}: ${message}`);
  return {verified: result.verified, revoked, errors};
}

const answers = [];
for (const request of JSON.parse(await text(process.stdin))) answers.push(await verify(request));
process.stdout.write(JSON.stringify(answers));
