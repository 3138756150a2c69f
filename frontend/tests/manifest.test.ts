import { expect, test } from 'vitest'
import { partOf, sheetsOf } from '../build/manifest'

const chunk = (file: string, imports: string[] = [], css: string[] = []) => ({
  file,
  imports,
  css,
  src: file,
  name: file,
})
const manifest = {
  'main.tsx': chunk('main.js', ['react'], ['main.css']),
  react: chunk('react.js'),
  'student.tsx': chunk('student.js', ['main.tsx', 'list'], ['student.css']),
  list: chunk('list.js', ['react']),
}

test('a route brings what it imports, and not what the shell has brought already', () => {
  const shell = partOf(manifest, 'main.tsx', '/static/app/')
  expect(shell).toEqual({
    preload: ['/static/app/main.js', '/static/app/react.js'],
    styles: ['/static/app/main.css'],
  })
  const known = new Set([...shell.preload, ...shell.styles])
  expect(partOf(manifest, 'student.tsx', '/static/app/', known)).toEqual({
    preload: ['/static/app/student.js', '/static/app/list.js'],
    styles: ['/static/app/student.css'],
  })
})

test('a sheet of one kind of page is known by its name, and nothing else is', () => {
  const built = { ...manifest, 'doorways/pages/finder.css': chunk('finder-1.css') }
  expect(sheetsOf(built)).toEqual({ finder: '/static/doorways/finder-1.css' })
})
