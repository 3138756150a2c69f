/* What the screen of a translation says in English whatever the language (wagtail-localize 1.14): the name of the
   button beside its two main ones, and “Polish to English translation” above the sentences. And what it lacks: a name
   for its file, and the way to a second editor, which would else be found in the list of pages alone. */
(() => {
  const { more, ask, askWords } = document.currentScript.dataset
  const screen = document.querySelector('.js-translation-editor')
  const say = (element, words) => {
    if (element.textContent !== words) element.textContent = words
  }
  const mend = () => {
    for (const one of screen.querySelectorAll('input[type=file]:not([aria-label])')) {
      one.setAttribute('aria-label', window.gettext('Upload PO file'))
    }
    for (const one of screen.querySelectorAll('.w-sr-only')) {
      if (one.textContent === 'More actions') say(one, more)
    }
    for (const one of screen.querySelectorAll('section h3')) {
      const languages = /^(.+) to (.+) translation$/.exec(one.textContent)
      if (languages) say(one, `${languages[1]} → ${languages[2]}`)
    }
  }
  new MutationObserver(mend).observe(screen, { childList: true, subtree: true })
  mend()
  if (ask) {
    const link = document.createElement('a')
    link.className = 'button button-small w-ml-auto w-mr-5'
    link.href = ask
    link.textContent = askWords
    document.querySelector('.header-meta--locales').append(link)
  }
})()
