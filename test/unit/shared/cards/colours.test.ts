import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { TINTS } from '#shared/board/vocabulary'
import { type Colours, DARK, DARK_HIGH_CONTRAST, HIGH_CONTRAST, LIGHT } from '#shared/cards/colours'

/** The contrast of two colours as WCAG computes it, 1 to 21. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

describe.each([LIGHT, DARK, HIGH_CONTRAST, DARK_HIGH_CONTRAST])('the $name colours', (colours: Colours) => {
  it('keep ink readable on every tint and on the paper', () => {
    for (const tint of TINTS) {
      const { fill, edge } = colours.tints[tint]
      expect(contrast(colours.ink, fill), `ink on ${tint}`).toBeGreaterThanOrEqual(7)
      expect(contrast(colours.ink2, fill), `secondary ink on ${tint}`).toBeGreaterThanOrEqual(5.9)
      expect(contrast(edge, colours.paper), `edge of ${tint} on paper`).toBeGreaterThanOrEqual(4.5)
    }
    expect(contrast(colours.ink, colours.paper)).toBeGreaterThanOrEqual(12)
    expect(contrast(colours.ink3, colours.paper)).toBeGreaterThanOrEqual(4.5)
  })

  it('keep what can be pressed and what has the focus in sight', () => {
    expect(contrast(colours.accent, colours.paper)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colours.focus, colours.paper)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colours.controlEdge, colours.paper)).toBeGreaterThanOrEqual(3)
  })
})

describe('the tokens of the interface', () => {
  const css = readFileSync('renderer/ui/tokens.css', 'utf8')
  const block = (selector: string) => {
    const from = css.indexOf(`${selector} {`)
    const found = css.slice(from, css.indexOf('}', from)).matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)
    return new Map([...found].map(([, name, value]) => [name, value?.toUpperCase()]))
  }
  it.each([
    [':root', LIGHT],
    [':root[data-theme="dark"]:not([data-contrast="high"])', DARK],
    [':root[data-contrast="high"][data-theme="dark"]', DARK_HIGH_CONTRAST],
  ] as const)('%s say the same as the painters', (selector, colours) => {
    const tokens = block(selector)
    for (const tint of TINTS) {
      expect(tokens.get(`--tint-${tint}`), tint).toBe(colours.tints[tint].fill)
      expect(tokens.get(`--tint-${tint}-edge`), tint).toBe(colours.tints[tint].edge)
    }
    expect(tokens.get('--paper-0')).toBe(colours.paper)
    expect(tokens.get('--ink-1')).toBe(colours.ink)
    expect(tokens.get('--accent')).toBe(colours.accent)
    expect(tokens.get('--focus')).toBe(colours.focus)
    const on = tokens.get('--on-accent') ?? ''
    expect(contrast(on, colours.accent)).toBeGreaterThanOrEqual(7)
  })
})
