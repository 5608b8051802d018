import { unzipSync } from 'fflate'
import { z } from 'zod'
import type { Paragraph } from '#shared/board/actions/stories'
import { failed, type Result, success } from '#shared/failure'

/** Bytes of the document's own text; a small file can be packed to unfold into much more. */
const MOST_UNPACKED = 64 * 1024 * 1024

// What mammoth hands over is typed as anything.
const element: z.ZodType<Element> = z.lazy(() =>
  z.object({
    type: z.string(),
    value: z.string().optional().catch(undefined),
    styleId: z.string().nullish().catch(undefined),
    styleName: z.string().nullish().catch(undefined),
    breakType: z.string().optional().catch(undefined),
    children: z.array(element).optional().catch(undefined),
  }),
)
interface Element {
  readonly type: string
  readonly value?: string | undefined
  readonly styleId?: string | null | undefined
  readonly styleName?: string | null | undefined
  readonly breakType?: string | undefined
  readonly children?: readonly Element[] | undefined
}

/**
 * The headings and paragraphs of a Word document; pictures, notes and comments are left behind.
 * `notADocument` for any other file, `tooLarge` for one that unfolds into too much.
 */
export async function readDocx(bytes: Uint8Array): Promise<Result<Paragraph[]>> {
  const size = documentSize(bytes)
  if (size === undefined) return failed('notADocument')
  if (size > MOST_UNPACKED) return failed('tooLarge')
  const { default: mammoth } = await import('mammoth')
  const copy = bytes.slice().buffer
  let body: Element | undefined
  try {
    // Node reads `buffer`, a browser `arrayBuffer`.
    await mammoth.convertToHtml({ arrayBuffer: copy, buffer: copy } as never, {
      transformDocument: (document: unknown) => {
        const parsed = element.safeParse(document)
        if (parsed.success) body = parsed.data
        return { type: 'document', children: [], notes: { resolve: () => [] }, comments: [] }
      },
    })
  } catch (error) {
    if (!body) return failed('notADocument', String(error))
  }
  return body ? success(paragraphsIn(body)) : failed('notADocument')
}

/** Unpacked bytes of the document's text; undefined when these are not the bytes of a Word document. */
function documentSize(bytes: Uint8Array): number | undefined {
  let size: number | undefined
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (/^word\/(document|styles|numbering|footnotes|endnotes|comments)\d*\.xml$/.test(name))
          size = (size ?? 0) + originalSize
        return false
      },
    })
  } catch {
    return undefined
  }
  return size
}

function paragraphsIn(body: Element): Paragraph[] {
  const paragraphs: Paragraph[] = []
  const visit = (node: Element) => {
    if (node.type !== 'paragraph') {
      for (const child of node.children ?? []) visit(child)
      return
    }
    for (const line of textOf(node).split(/\n+/)) {
      const text = line.replace(/[^\S\n]+/g, ' ').trim()
      if (text !== '') paragraphs.push({ heading: headingOf(node), text })
    }
  }
  visit(body)
  return paragraphs
}

function textOf(node: Element): string {
  if (node.type === 'text') return node.value ?? ''
  if (node.type === 'tab') return ' '
  if (node.type === 'break') return node.breakType === 'line' ? '\n' : ' '
  return (node.children ?? []).map(textOf).join('')
}

// Word keeps the English style id whatever language the program speaks; other programs keep the name.
function headingOf({ styleId, styleName }: Element): Paragraph['heading'] {
  for (const style of [styleId, styleName]) {
    if (/^title$/i.test(style ?? '')) return 1
    const level = /^heading\s*([1-9])$/i.exec(style ?? '')?.[1]
    if (level !== undefined) return Math.min(3, Number(level)) as 1 | 2 | 3
  }
  return 0
}
