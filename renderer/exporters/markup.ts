import { textLanguage } from './textLanguage'

/** HTML that is safe to place in a document: made by `html`, with everything from people escaped. */
export interface Markup {
  readonly markup: string
}

type Piece = string | number | Markup | readonly Markup[] | false | undefined

/** Builds markup from a template; every value that is not markup itself is escaped. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  let markup = parts[0] ?? ''
  pieces.forEach((piece, at) => {
    markup += rendered(piece) + (parts[at + 1] ?? '')
  })
  return { markup }
}

function rendered(piece: Piece): string {
  if (piece === false || piece === undefined) return ''
  if (typeof piece !== 'object') return escaped(String(piece))
  return 'markup' in piece ? piece.markup : piece.map(rendered).join('')
}

/** Text for HTML content and attribute values. Characters that HTML cannot hold are left out. */
export function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what HTML cannot hold.
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
      .replace(/'/g, '&#39;')
  )
}

/** Words from a person as an element with its own language and direction, so that they are read aloud right. */
export function spoken(
  tag: 'p' | 'span' | 'li' | 'h1' | 'h3' | 'h4' | 'td',
  text: string,
  language: string,
): Markup {
  const own = textLanguage(text, language)
  const attributes = own.language === language ? '' : ` lang="${own.language}" dir="${own.direction}"`
  return { markup: `<${tag}${attributes}>${escaped(text)}</${tag}>` }
}
