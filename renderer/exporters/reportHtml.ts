import type { TFunction } from 'i18next'
import { directionOf } from '#shared/language'
import type {
  Quote,
  ReportInsight,
  ReportModel,
  ReportRecommendation,
  SectionKind,
} from '#shared/report/reportModel'
import { drawing } from './drawing'
import { escaped, html, type Markup, spoken } from './markup'
import { REPORT_STYLE } from './reportStyle'

/**
 * A report as one HTML document that stands alone: no script, nothing fetched, headings in order, each
 * passage in its own language and direction. `t` must speak the report's language; `faces` are the letters that it
 * carries along, as CSS.
 */
export function reportHtml(model: ReportModel, t: TFunction, faces = ''): string {
  const fonts = faces === '' ? '' : '; font-src data:'
  const direction = directionOf(model.language)
  return [
    '<!doctype html>',
    `<html lang="${escaped(model.language)}" dir="${direction}">`,
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'${fonts}">`,
    `<title>${escaped(model.title)}</title><style>${REPORT_STYLE}${faces}</style></head>`,
    `<body class="report">${reportBody(model, t)}</body></html>`,
  ].join('\n')
}

/**
 * What stands inside the report's body. A preview brings the style itself and stands on a page that has its
 * own main part, so it asks for a plain one.
 */
export function reportBody(model: ReportModel, t: TFunction, part: 'main' | 'div' = 'main'): string {
  const { language } = model
  const facts = [model.place, dateIn(model.date, language)].filter((fact) => fact !== '')
  const sections = model.sections.map((section) => SECTION_PAINTERS[section](model, t))
  const opening: Markup = { markup: `<${part} class="sections">` }
  const closing: Markup = { markup: `</${part}>` }
  return html`<header>${spoken('h1', model.title, language)}${
    facts.length > 0 && html`<p class="place">${facts.join(' · ')}</p>`
  }</header>${opening}${sections}${closing}`.markup
}

type Painter = (model: ReportModel, t: TFunction) => Markup
const NOTHING: Markup = { markup: '' }

const SECTION_PAINTERS: Readonly<Record<SectionKind, Painter>> = {
  summary: (model, t) => passage(model, t('report.document.summary'), model.summary),
  purpose: (model, t) => passage(model, t('report.document.purpose'), model.purpose),
  recommendations,
  people,
  heard,
  ideas,
  prototypes,
  rehearsal,
  measures,
  leftOut,
}

function passage({ language }: ReportModel, heading: string, text: string): Markup {
  if (text === '') return NOTHING
  const paragraphs = text.split(/\n+/).map((paragraph) => spoken('p', paragraph, language))
  return html`<section><h2>${heading}</h2>${paragraphs}</section>`
}

function recommendations(model: ReportModel, t: TFunction): Markup {
  if (model.recommendations.length === 0) return NOTHING
  return html`<section><h2>${t('report.document.recommendations')}</h2>${model.recommendations.map(
    (recommendation, at) => oneRecommendation(model, recommendation, at + 1, t),
  )}</section>`
}

/** Quotes printed with a recommendation when all of them stand under “What we heard” too. */
const QUOTES_SHOWN = 5

function oneRecommendation(
  { language, sections }: ReportModel,
  { text, reason, owner, by, links, quotes }: ReportRecommendation,
  number: number,
  t: TFunction,
): Markup {
  const terms = [
    { term: t('report.document.why'), value: reason },
    { term: t('report.document.owner'), value: owner },
    { term: t('report.document.by'), value: dateIn(by, language) },
  ].filter(({ value }) => value !== '')
  const isHeardShown = sections.includes('heard')
  const shown = isHeardShown ? spread(quotes, QUOTES_SHOWN) : quotes
  const rests = links
    .filter(({ kind }) => kind !== 'insight' || !isHeardShown)
    .map(
      ({ kind, text: words }) =>
        html`<li><span class="kind">${t(`report.document.link.${kind}`)}: </span>${spoken('span', words, language)}</li>`,
    )
  return html`<div class="recommendation"><h3>${t('report.document.numbered', { number })}</h3>${spoken('p', text, language)}${
    terms.length > 0 &&
    html`<dl class="terms">${terms.map(({ term, value }) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>`
  }<div class="thread"><h4>${t('report.document.thread')}</h4>${
    rests.length > 0 && html`<ul>${rests}</ul>`
  }${shown.map((quote) => quoted(quote, language))}${
    shown.length < quotes.length &&
    html`<p class="kind">${t('report.document.moreQuotes', { count: quotes.length - shown.length })}</p>`
  }${quotes.length === 0 && html`<p>${t('report.document.noQuotes')}</p>`}</div></div>`
}

/** At most `most` of a list, evenly from beginning to end, so that no theme speaks for all. */
function spread<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list
  return Array.from({ length: most }, (_, at) => list[Math.floor((at * list.length) / most)]).filter(
    (item): item is T => item !== undefined,
  )
}

function quoted({ words, said, story }: Quote, language: string): Markup {
  return html`<blockquote>${spoken('p', `“${words}”`, language)}<footer>${spoken('span', said, language)}, ${spoken('span', story, language)}</footer></blockquote>`
}

function people(model: ReportModel, t: TFunction): Markup {
  const sides = model.people.filter(({ count }) => count > 0)
  return html`<section><h2>${t('report.document.people')}</h2><p>${t('report.document.storiesRead', {
    count: model.storiesRead,
  })}</p>${
    sides.length > 0 &&
    html`<ul>${sides.map(({ side, count }) => html`<li>${t(`report.document.side.${side}`, { count })}</li>`)}</ul>`
  }</section>`
}

function heard(model: ReportModel, t: TFunction): Markup {
  if (model.heard.length === 0) return NOTHING
  const { language } = model
  return html`<section><h2>${t('report.document.heard')}</h2>${model.heard.map(
    ({ sentence, depth, insights, quotes }) =>
      html`${
        sentence === ''
          ? html`<h3>${t('report.document.loose')}</h3>`
          : spoken(depth === 0 ? 'h3' : 'h4', sentence, language)
      }${
        insights.length > 0 && html`<ul>${insights.map((insight) => oneInsight(insight, language, t))}</ul>`
      }${quotes.map((quote) => quoted(quote, language))}`,
  )}</section>`
}

function oneInsight({ text, why, confidence }: ReportInsight, language: string, t: TFunction): Markup {
  const sure =
    confidence !== '' && html` <span class="kind">(${t(`report.document.confidence.${confidence}`)})</span>`
  const matters =
    why !== '' &&
    html`<p><span class="kind">${t('report.document.matters')}: </span>${spoken('span', why, language)}</p>`
  return html`<li>${spoken('span', text, language)}${sure}${matters}</li>`
}

function ideas(model: ReportModel, t: TFunction): Markup {
  if (model.ideas.length === 0) return NOTHING
  return html`<section><h2>${t('report.document.ideas')}</h2><table><thead><tr><th scope="col">${t(
    'report.document.idea',
  )}</th><th scope="col" class="number">${t('report.document.votes')}</th></tr></thead><tbody>${model.ideas.map(
    ({ text, votes }) =>
      html`<tr>${spoken('td', text, model.language)}<td class="number">${number(votes, model.language)}</td></tr>`,
  )}</tbody></table></section>`
}

function prototypes(model: ReportModel, t: TFunction): Markup {
  if (model.prototypes.length === 0) return NOTHING
  const { language } = model
  return html`<section><h2>${t('report.document.prototypes')}</h2>${model.prototypes.map(
    ({ name, frames }) =>
      html`${spoken('h3', name, language)}<ol class="frames">${frames.map(({ caption, strokes }, at) => {
        const place = t('report.document.frame', { number: at + 1 })
        return html`<li>${drawing(strokes, caption === '' ? place : `${place}: ${caption}`)}${
          caption !== '' && spoken('p', `${at + 1}. ${caption}`, language)
        }</li>`
      })}</ol>`,
  )}</section>`
}

function rehearsal(model: ReportModel, t: TFunction): Markup {
  if (model.rehearsal.length === 0) return NOTHING
  const { language } = model
  return html`<section><h2>${t('report.document.rehearsal')}</h2><table><thead><tr><th scope="col">${t(
    'report.document.saw',
  )}</th><th scope="col">${t('report.document.changed')}</th></tr></thead><tbody>${model.rehearsal.map(
    ({ kind, text, change }) =>
      html`<tr><td>${t(`report.document.finding.${kind}`)}: ${spoken('span', text, language)}</td>${spoken('td', change || t('report.document.notYet'), language)}</tr>`,
  )}</tbody></table></section>`
}

function measures(model: ReportModel, t: TFunction): Markup {
  if (model.measures.length === 0) return NOTHING
  const { language } = model
  return html`<section><h2>${t('report.document.measures')}</h2><table><thead><tr><th scope="col">${t(
    'report.document.measure',
  )}</th><th scope="col" class="number">${t('report.document.baseline')}</th><th scope="col" class="number">${t(
    'report.document.target',
  )}</th><th scope="col">${t('report.document.source')}</th></tr></thead><tbody>${model.measures.map(
    ({ name, unit, baseline, target, source, status }) =>
      html`<tr><td>${spoken('span', name, language)}${unit !== '' && html` (${unit})`}</td><td class="number">${number(baseline, language)}</td><td class="number">${number(target, language)}</td><td>${t(`report.document.status.${status}`)}. ${source}</td></tr>`,
  )}</tbody></table></section>`
}

function leftOut({ leftOut: { names, quotes } }: ReportModel, t: TFunction): Markup {
  return html`<section><h2>${t('report.document.leftOut')}</h2><div class="note"><p>${t(
    'report.document.leftOutQuotes',
    {
      count: quotes,
    },
  )}</p><p>${t('report.document.leftOutNames', { count: names })}</p></div></section>`
}

function number(value: number, language: string): string {
  return new Intl.NumberFormat(regionOf(language)).format(value)
}

function dateIn(date: string, language: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T12:00:00Z`) : Number.NaN
  if (Number.isNaN(time)) return date
  return new Intl.DateTimeFormat(regionOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(time)
}

// Reports are written for British councils; without a region `en` would print American dates.
const regionOf = (language: string): string => (language === 'en' ? 'en-GB' : language)
