/**
 * `<form data-drop>` around a file field: a badge dropped anywhere on it is taken and sent at once; a file chosen in
 * the field is sent at once too, when `data-drop="send"`.
 */
export function dropZones(): void {
  for (const zone of document.querySelectorAll<HTMLFormElement>('form[data-drop]')) {
    const field = zone.querySelector<HTMLInputElement>('input[type="file"]')
    if (!field) continue
    const over = (on: boolean) => zone.classList.toggle('drop-over', on)
    zone.addEventListener('dragover', event => {
      event.preventDefault()
      over(true)
    })
    zone.addEventListener('dragleave', () => over(false))
    zone.addEventListener('drop', event => {
      event.preventDefault()
      over(false)
      if (!event.dataTransfer?.files.length) return
      field.files = event.dataTransfer.files
      zone.requestSubmit()
    })
    if (zone.dataset['drop'] === 'send') field.addEventListener('change', () => zone.requestSubmit())
  }
}
