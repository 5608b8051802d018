/** What can be done with a file from this device. */
export type FileKind = 'picture' | 'text' | 'table' | 'board' | 'other'

const PICTURES = /\.(?:avif|bmp|gif|heic|heif|jfif|jpe?g|png|tiff?|webp)$/i

/**
 * What a file seems to be, by what the system says of it and by its name: for choosing a way. What it is, its bytes
 * decide on that way.
 */
export function kindOfFile({ name, type }: Pick<File, 'name' | 'type'>): FileKind {
  if (/\.ground$/i.test(name)) return 'board'
  if (/\.(?:csv|tsv)$/i.test(name) || type === 'text/csv' || type === 'text/tab-separated-values')
    return 'table'
  if (/\.(?:txt|md|text)$/i.test(name) || type === 'text/plain' || type === 'text/markdown') return 'text'
  // A drawing made of code is none that we let in.
  if (type === 'image/svg+xml') return 'other'
  return type.startsWith('image/') || PICTURES.test(name) ? 'picture' : 'other'
}
