import i18next, { type TFunction } from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addCard, explainCard, quoteOnCard, weighCard } from '#shared/board/actions/cards'
import { arrangeReport } from '#shared/board/actions/report'
import { allowQuote } from '#shared/board/actions/stories'
import type { Writer } from '#shared/board/actions/writer'
import { readAll } from '#shared/board/records'
import { type ReportModel, reportModel } from '#shared/report/reportModel'
import { reportSource } from '#shared/report/source'
import { reportHtml } from '../../../../renderer/exporters/reportHtml'
import ar from '../../../../resources/languages/ar.json'
import en from '../../../../resources/languages/en.json'
import { sampleDocument } from '../../../support/sample'

const STAND_INS = en.report.document.standIn
let english: TFunction
let arabic: TFunction

beforeAll(async () => {
  const instance = i18next.createInstance()
  await instance.init({
    lng: 'en',
    resources: { en: { translation: en }, ar: { translation: ar } },
    interpolation: { escapeValue: false },
  })
  english = instance.getFixedT('en')
  arabic = instance.getFixedT('ar')
})

const modelOf = (doc: Y.Doc): ReportModel => reportModel(reportSource(doc), STAND_INS)
const writerOf = (doc: Y.Doc): Writer => ({ doc, person: 'editor', origin: null, now: () => 2 })

test('every recommendation of the sample shows quotes that may be published', () => {
  const model = modelOf(sampleDocument())
  expect(model.recommendations.length).toBeGreaterThan(3)
  for (const { quotes, links } of model.recommendations) {
    expect(quotes.length).toBeGreaterThan(0)
    expect(links.map(({ kind }) => kind)).toContain('theme')
  }
})

test('no quote without consent, and no name, is anywhere in the document; the report says how many', () => {
  const doc = sampleDocument()
  const source = reportSource(doc)
  const model = modelOf(doc)
  const document = reportHtml(model, english)
  let withheld = 0
  for (const highlight of source.all('highlights')) {
    const words = source.quote(highlight)
    const consent = source.get('stories', highlight.story)?.consent
    if (words === undefined || (highlight.publish && consent !== 'none')) continue
    withheld++
    expect(document).not.toContain(words)
  }
  expect(withheld).toBeGreaterThan(0)
  expect(model.leftOut.quotes).toBe(withheld)
  expect(document).toContain(`${withheld} quotes are left out`)
  for (const { name } of source.all('people')) expect(document).not.toContain(name)
})

test('withdrawing consent for one quote takes it out and counts it', () => {
  const doc = sampleDocument()
  const before = modelOf(doc)
  const quote = before.recommendations[0]?.quotes[0]?.words ?? ''
  const highlight = reportSource(doc)
    .all('highlights')
    .find((candidate) => reportSource(doc).quote(candidate) === quote)
  allowQuote(writerOf(doc), highlight?.id ?? '', false)
  const after = modelOf(doc)
  expect(after.leftOut.quotes).toBe(before.leftOut.quotes + 1)
  expect(reportHtml(after, english)).not.toContain(quote)
})

test('a section that is put out is not in the document, but what is left out always is', () => {
  const doc = sampleDocument()
  arrangeReport(writerOf(doc), { without: ['ideas', 'leftOut'] })
  const document = reportHtml(modelOf(doc), english)
  expect(document).not.toContain(en.report.document.ideas)
  expect(document).toContain(en.report.document.leftOut)
})

test('words from people are escaped and passages carry their own language and direction', () => {
  const doc = sampleDocument()
  arrangeReport(writerOf(doc), { title: '<script>alert(1)</script> & "you"' })
  const document = reportHtml(modelOf(doc), english)
  expect(document).not.toContain('<script')
  expect(document).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;you&quot;')
  expect(document).toMatch(/<p lang="(ar|ur)" dir="rtl">/)
})

test('an Arabic report is a right-to-left document with Arabic headings', () => {
  const document = reportHtml({ ...modelOf(sampleDocument()), language: 'ar' }, arabic)
  expect(document).toContain('<html lang="ar" dir="rtl">')
  expect(document).toContain(ar.report.document.recommendations)
})

test('a deleted board still makes a report that names what is missing', () => {
  const model = modelOf(new Y.Doc())
  expect(model.checks.map(({ code }) => code)).toEqual(['noSummary', 'noPurpose', 'noRecommendation'])
  expect(reportHtml(model, english)).toContain('No quote had to be left out.')
  expect(readAll(new Y.Doc(), 'cards')).toEqual([])
})

test('an insight says why it matters and how sure the room is; words of no story are left out and counted', () => {
  const doc = sampleDocument()
  const before = modelOf(doc).leftOut.quotes
  const id = addCard(writerOf(doc), { type: 'insight', text: 'The corner is too dark' })
  explainCard(writerOf(doc), id, 'People take the long way round')
  weighCard(writerOf(doc), id, 'likely')
  quoteOnCard(writerOf(doc), id, 'I never walk there')
  const model = modelOf(doc)
  const document = reportHtml(model, english)
  expect(document).toMatch(/The corner is too dark<\/span> <span class="kind">\(likely\)<\/span>/)
  expect(document).toContain('People take the long way round')
  expect(document).not.toContain('I never walk there')
  expect(model.leftOut.quotes).toBe(before + 1)
})
