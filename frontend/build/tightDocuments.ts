import type { Plugin } from 'vite'

/** Takes the indentation out of GraphQL documents. Their hashes stay: the client prints a document anew to hash it. */
export const tightDocuments: Plugin = {
  name: 'tight-documents',
  enforce: 'pre',
  transform: {
    filter: { id: /\/(documents|fragments)\.ts$/ },
    handler: code => code.replace(/`[^`]*`/g, document => document.replace(/\s+/g, ' ')),
  },
}
