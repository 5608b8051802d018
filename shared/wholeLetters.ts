/**
 * Words without halves of letters (lone UTF-16 surrogates), which programs that cut texts leave behind. Those cannot be
 * sent or saved: everybody else would read another sign than the one who wrote it, so it stands for them here too.
 */
export const wholeLetters = (words: string): string => words.replace(/\p{Cs}/gu, '\ufffd')
