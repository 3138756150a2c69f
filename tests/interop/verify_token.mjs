// Verifies one VC-JWT with `jose`, which shares no code with the portal, as a reader of JOSE would do it: the key comes
// from the issuer's DID document, by the `kid` of the header. Reads {token, didDocument, issuer} on stdin.
import {text} from 'node:stream/consumers';
import {decodeProtectedHeader, importJWK, jwtVerify} from 'jose';

const {token, didDocument, issuer} = JSON.parse(await text(process.stdin));
const answer = {verified: false, claims: null, error: ''};
try {
  const {kid} = decodeProtectedHeader(token);
  const method = didDocument.verificationMethod.find(({id}) => id === kid);
  if (!didDocument.assertionMethod.includes(kid)) throw new Error(`not for assertions: ${kid}`);
  const key = await importJWK(method.publicKeyJwk, 'EdDSA');
  answer.claims = (await jwtVerify(token, key, {issuer, algorithms: ['EdDSA']})).payload;
  answer.verified = true;
} catch (error) {
  answer.error = `${error.name}: ${error.message}`;
}
process.stdout.write(JSON.stringify(answer));
