/** Writes `dist/documents.json`: SHA-256 → text of every GraphQL document the app may send. */
import { createHash } from 'node:crypto'
import { globSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createRequest, stringifyDocument, type TypedDocumentNode } from '@urql/core'
import { runnerImport } from 'vite'
import { DIST, ROOT } from './places.ts'

export const isOperation = (value: unknown): value is TypedDocumentNode =>
  (value as TypedDocumentNode | null)?.definitions?.some(
    ({ kind }) => String(kind) === 'OperationDefinition',
  ) ?? false

/** The text exactly as the client sends it. */
export const textOf = (document: TypedDocumentNode) => stringifyDocument(createRequest(document, {}).query)

export const operationNameOf = (text: string) => /^\s*(?:query|mutation|subscription) (\w+)/.exec(text)?.[1]

export const idOf = (text: string) => createHash('sha256').update(text).digest('hex')

export async function buildDocuments(): Promise<number> {
  const texts: string[] = []
  for (const file of globSync(['src/**/documents.ts', 'src/**/documents/*.ts'], { cwd: ROOT }).sort()) {
    const { module } = await runnerImport<Record<string, unknown>>(resolve(ROOT, file), {
      configFile: false,
      resolve: { alias: { '@': resolve(ROOT, 'src') } },
    })
    texts.push(...Object.values(module).filter(isOperation).map(textOf))
  }
  const registered = Object.fromEntries(texts.map(text => [idOf(text), text]))
  await writeFile(resolve(DIST, 'documents.json'), `${JSON.stringify(registered, null, 1)}\n`)
  return texts.length
}
