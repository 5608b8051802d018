import type { Paragraph } from '../board/actions/stories'

/**
 * The paragraphs of a story in plain text: blank lines part paragraphs; a paragraph that begins with `# `,
 * `## ` or `### ` is a heading. Line breaks inside a paragraph become spaces; invisible marks at the
 * beginning of the file are dropped.
 */
export function readStoryText(source: string): Paragraph[] {
  return source
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .flatMap(blockParagraphs)
}

function blockParagraphs(block: string): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let running: string[] = []
  const finish = () => {
    const text = running.join(' ').trim()
    if (text !== '') paragraphs.push({ heading: 0, text })
    running = []
  }
  for (const line of block.split('\n')) {
    const heading = /^\s*(#{1,3})[^\S\n]+(\S.*?)\s*#*$/.exec(line)
    const [, signs, words] = heading ?? []
    if (signs !== undefined && words !== undefined) {
      finish()
      paragraphs.push({ heading: signs.length as 1 | 2 | 3, text: words })
    } else if (line.trim() !== '') running.push(line.trim())
  }
  finish()
  return paragraphs
}
