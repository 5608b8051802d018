import i18next from 'i18next'
import { addCard } from '#shared/board/actions/cards'
import { highlightPassage } from '#shared/board/actions/stories'
import { write } from '#shared/board/actions/writer'
import { readAll } from '#shared/board/records'
import { reportModel } from '#shared/report/reportModel'
import { reportSource } from '#shared/report/source'
import { reportHtml } from '../../renderer/exporters/reportHtml'
import en from '../../resources/languages/en.json'
import { sampleDocument } from '../support/sample'
import { type Benchmark, median, timed } from './benchmark'

/** From the board document to the finished HTML, on the sample grown to `cards` insights. */
export const bench: Benchmark = {
  async run({ full, report }) {
    const words = i18next.createInstance()
    await words.init({
      lng: 'en',
      resources: { en: { translation: en } },
      interpolation: { escapeValue: false },
    })
    const t = words.getFixedT('en')
    for (const cards of full ? [71, 500, 2_000, 10_000] : [71, 2_000]) {
      const doc = grownSample(cards)
      let bytes = 0
      const make = () => {
        bytes = reportHtml(reportModel(reportSource(doc), en.report.document.standIn), t).length
      }
      make()
      report({
        name: 'report: board to HTML',
        n: cards,
        value: median(await timed(full ? 9 : 5, make)),
        unit: 'ms',
      })
      report({ name: 'report: HTML', n: cards, value: bytes / 1000, unit: 'kB' })
    }
  },
}

function grownSample(cards: number) {
  const doc = sampleDocument()
  const writer = { doc, person: 'bench', origin: null, now: () => 1 }
  const themes = readAll(doc, 'cards').filter(({ type }) => type === 'theme')
  const [story] = readAll(doc, 'stories').filter(({ consent }) => consent === 'publish')
  write(writer, () => {
    for (let made = readAll(doc, 'cards').length; made < cards; made++) {
      const start = (made * 37) % 1_000
      addCard(writer, {
        type: 'insight',
        text: `What we noticed, number ${made}`,
        theme: themes[made % themes.length]?.id ?? null,
        highlight: highlightPassage(writer, story?.id ?? '', 'text', start, start + 60) ?? null,
      })
    }
  })
  return doc
}
