/** Emoji, Chinese, Japanese and Korean: the report carries these faces itself when its words need them. */
const OTHERS = '"Twemoji", "Noto Sans SC Variable", "Noto Sans JP Variable", "Noto Sans KR Variable"'

/**
 * The report's own style, for the screen and for A4. It stands alone: a published file has no other.
 * Body text is 12 pt on the screen and 14 pt on paper, as the Equality and Human Rights Commission asks.
 */
export const REPORT_STYLE = `
:root { color-scheme: light; }
.report, .report * { box-sizing: border-box; }
.report { margin: 0; background: #fff; color: #1d1b16; font: 12pt/1.5 "Atkinson Hyperlegible Next", "Segoe UI", "Noto Sans", "Noto Sans Arabic", ${OTHERS}, system-ui, sans-serif; }
[lang="ur"] { font-family: "Noto Nastaliq Urdu", "Noto Naskh Arabic", "Segoe UI", ${OTHERS}, serif; line-height: 2; }
[lang="ar"] { font-family: "Noto Naskh Arabic", "Noto Sans Arabic", "Segoe UI", ${OTHERS}, serif; }
header, .sections { max-inline-size: 44rem; margin-inline: auto; padding-inline: 1.5rem; }
header { padding-block: 3rem 1rem; border-block-end: 3px solid #0f5c57; }
h1 { font-size: 2.1em; line-height: 1.2; margin: 0 0 .4em; }
h2 { font-size: 1.45em; line-height: 1.25; margin: 2.2em 0 .6em; color: #0f5c57; break-after: avoid; }
h3 { font-size: 1.1em; margin: 1.6em 0 .4em; break-after: avoid; }
h4 { font-size: 1em; margin: 1em 0 .3em; break-after: avoid; }
p { margin: 0 0 .7em; }
.place { color: #4a463d; margin: 0; }
.lead { font-size: 1.15em; }
ol, ul { padding-inline-start: 1.6em; margin: 0 0 1em; }
li { margin-block-end: .4em; }
.recommendation { border-inline-start: 4px solid #0f5c57; padding-inline-start: 1rem; margin-block: 1.4em 2em; }
.recommendation > h3 { margin-block-start: 0; }
.terms { display: grid; grid-template-columns: max-content 1fr; gap: .2em 1em; margin: 0 0 1em; }
.terms dt { color: #4a463d; }
.terms dd { margin: 0; }
.thread { background: #f3f0e9; border-radius: 8px; padding: .8rem 1rem; }
.thread h4 { margin-block-start: 0; }
.kind { color: #4a463d; }
blockquote { margin: .8em 0; padding-inline-start: 1em; border-inline-start: 2px solid #cfc8b8; break-inside: avoid; }
blockquote p { margin: 0; }
blockquote footer { color: #4a463d; font-size: .92em; }
table { border-collapse: collapse; inline-size: 100%; margin-block-end: 1em; }
th, td { text-align: start; vertical-align: top; padding: .45em .7em .45em 0; border-block-end: 1px solid #cfc8b8; }
thead th { border-block-end: 2px solid #8c8575; }
tr { break-inside: avoid; }
.number { text-align: end; white-space: nowrap; }
.frames { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1rem; list-style: none; padding: 0; }
.frames li { break-inside: avoid; margin: 0; }
.frames svg { display: block; inline-size: 100%; border: 1px solid #8c8575; border-radius: 6px; background: #fff; }
.frames p { font-size: .92em; margin-block-start: .3em; }
.note { background: #f3f0e9; border-radius: 8px; padding: .8rem 1rem; }
@media (max-width: 34rem) { .frames { grid-template-columns: repeat(2, 1fr); } .terms { grid-template-columns: 1fr; } }
@page { size: A4; margin: 20mm 18mm; }
@media print {
  .report { font-size: 14pt; }
  header, .sections { max-inline-size: none; padding-inline: 0; }
  header { padding-block-start: 0; }
  .thread, .note { background: none; border: 1px solid #8c8575; }
}
`
