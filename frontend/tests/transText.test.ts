import { setupI18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Trans } from '@/i18n/Trans'

const i18n = setupI18n({ locale: 'en', messages: { en: {} } })

test('a value is text, also when it looks like an element of the sentence (TX-01)', () => {
  const sentence = createElement(Trans, {
    id: 'x',
    message: 'Give <0>{name}</0> now',
    values: { name: '<0>A</0><script>b</script>' },
    components: { 0: createElement('strong') },
  })
  const shown = renderToStaticMarkup(createElement(I18nProvider, { i18n }, sentence))
  expect(shown).toBe('Give <strong>&lt;0&gt;A&lt;/0&gt;&lt;script&gt;b&lt;/script&gt;</strong> now')
})
