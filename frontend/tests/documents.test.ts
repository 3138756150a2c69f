import { Client, fetchExchange } from '@urql/core'
import { expect, test } from 'vitest'
import { idOf, isOperation, operationNameOf, textOf } from '../build/documents'
import { documentId } from '../src/api/documentId'

const modules = import.meta.glob<Record<string, unknown>>(
  ['../src/**/documents.ts', '../src/**/documents/*.ts'],
  { eager: true },
)

/** What the client really puts on the wire. */
async function sentText(document: Parameters<typeof textOf>[0]): Promise<string> {
  let body = ''
  const client = new Client({
    url: 'http://localhost/graphql/',
    preferGetMethod: false,
    exchanges: [fetchExchange],
    fetch: async (_, init) => {
      body = String(init?.body)
      return new Response('{"data":null}', { headers: { 'Content-Type': 'application/json' } })
    },
  })
  const isMutation = textOf(document).startsWith('mutation')
  await (isMutation ? client.mutation(document, {}) : client.query(document, {})).toPromise()
  return JSON.parse(body).query
}

const documents = Object.entries(modules).flatMap(([file, module]) =>
  Object.entries(module)
    .filter(([, value]) => isOperation(value))
    .map(([name, document]) => [`${file} ${name}`, document as Parameters<typeof textOf>[0]] as const),
)

test.each(documents)('%s is registered under the hash the client sends', async (_, document) => {
  const text = await sentText(document)
  expect(text).toBe(textOf(document))
  expect(await documentId(text)).toBe(idOf(textOf(document)))
})

test('operation names are unique: facts and the first answer go by them', () => {
  const names = documents.map(([, document]) => operationNameOf(textOf(document)))
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([])
  expect(names).not.toContain(undefined)
})
