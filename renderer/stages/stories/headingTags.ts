import type { Paragraph } from '#shared/board/actions/stories'

export type ParagraphTag = 'p' | 'h3' | 'h4' | 'h5'

const TAGS = ['h3', 'h4', 'h5'] as const

/**
 * The element of each paragraph below the story's own heading (`h2`). A level is never skipped on the way
 * down, whatever the transcript did: a screen reader would announce a section that is not there.
 */
export function headingTags(headings: readonly Paragraph['heading'][]): ParagraphTag[] {
  const open: number[] = []
  return headings.map((heading) => {
    if (heading === 0) return 'p'
    while ((open.at(-1) ?? 0) >= heading) open.pop()
    open.push(heading)
    return TAGS[open.length - 1] ?? 'h5'
  })
}
