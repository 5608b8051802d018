/**
 * Puts words on the clipboard; false when this browser does not let us. Over plain HTTP, as in a room, it offers no
 * clipboard to pages, only copying of what is selected in `field`.
 */
export async function copyWords(words: string, field: HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words)
    return true
  } catch {
    if (!field) return false
    field.value = words
    field.select()
    return document.execCommand('copy')
  }
}
