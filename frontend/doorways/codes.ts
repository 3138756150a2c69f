import { tidyCode } from './tidyCode'

/**
 * `<input data-code>` for typed codes and `<input data-code="digits">` for PINs: what people type (small letters,
 * spaces, O for 0) becomes what is printed. With `maxlength` reached and `data-submit` set, the form goes by itself.
 */
export function typedCodes(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-code]')) {
    const digits = input.dataset['code'] === 'digits'
    input.addEventListener('input', () => {
      const tidy = tidyCode(input.value, digits)
      // Writing the same value back would throw the cursor to the end while somebody corrects the middle.
      if (tidy !== input.value) input.value = tidy
      const full = input.maxLength > 0 && input.value.length === input.maxLength
      if (full && 'submit' in input.dataset) input.form?.requestSubmit()
    })
  }
}
