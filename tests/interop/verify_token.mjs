// Verifies VC-JWTs with `jose`, which shares no code with the portal, as a reader of JOSE would do it: the key comes from
// the issuer's DID document, by the `kid` of the header. Reads [{token, didDocument, issuer}] on stdin; answers
// [{verified, claims, error}] on stdout.
import {text} from 'node:stream/consumers';
import {decodeProtectedHeader, importJWK, jwtVerify} from 'jose';

async function verify({token, didDocument, issuer}) {
  const answer = {verified: false, claims: null, error: ''};
  try {
    const {kid} = decodeProtectedHeader(token);
    if (!didDocument.assertionMethod.includes(kid)) throw new Error(`not for assertions: ${kid}`);
    const method = didDocument.verificationMethod.find(({id}) => id === kid);
    const key = await importJWK(method.publicKeyJwk, 'EdDSA');
    answer.claims = (await jwtVerify(token, key, {issuer, algorithms: ['EdDSA']})).payload;
    answer.verified = true;
  } catch (error) {
    answer.error = `${error.name}: ${error.message}`;
  }
  return answer;
}

const answers = [];
for (const request of JSON.parse(await text(process.stdin))) answers.push(await verify(request));
process.stdout.write(JSON.stringify(answers));
