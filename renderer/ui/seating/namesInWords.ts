/** Names in one sentence, in the language of the page: “Amina, Ben and Chris”. */
export const namesInWords = (names: readonly string[]): string =>
  new Intl.ListFormat(document.documentElement.lang, { type: 'conjunction' }).format(names)
