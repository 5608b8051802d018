import { execFileSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { answerSaveDialog } from '../support/dialogs'
import { type LaunchedApp, launchApp } from '../support/electronApp'
import { test } from '../support/test'

let launched: LaunchedApp
test.beforeAll(async () => {
  launched = await launchApp()
  await launched.window.getByRole('main').waitFor()
})
test.afterAll(() => launched.close())

const REPORT = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A quieter Mill Lane</title>
<style>@page { size: A5 }</style></head><body>
<h1>A quieter Mill Lane</h1><p>What we heard.</p><h2>We recommend</h2><p lang="ar" dir="rtl">نوصي بمقعد</p>
<script>document.body.textContent = 'a script ran'</script><img src="http://127.0.0.1:9/x.png" alt="A bench"></body></html>`

function exportPdf(window: Page, html: string): Promise<unknown> {
  return window.evaluate(
    (document) =>
      (
        window as unknown as { commonGround: { call: (name: string, request: unknown) => Promise<unknown> } }
      ).commonGround.call('exportPdf', { html: document, title: 'A quieter Mill Lane' }),
    html,
  )
}

test('the PDF is tagged, says its language, has bookmarks and real text', async () => {
  const path = join(launched.userData, 'report.pdf')
  await answerSaveDialog(launched.app, path)
  expect(await exportPdf(launched.window, REPORT)).toEqual({ ok: true, value: path })
  const bytes = await readFile(path, 'latin1')
  expect(bytes.startsWith('%PDF-')).toBe(true)
  for (const mark of ['/StructTreeRoot', '/MarkInfo', '/Outlines', '/Lang']) expect(bytes).toContain(mark)
  const text = execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' })
  expect(text).toContain('A quieter Mill Lane')
  expect(text).toContain('What we heard.')
  expect(text).not.toContain('a script ran')
  const info = execFileSync('pdfinfo', [path], { encoding: 'utf8' })
  expect(info).toMatch(/Title:\s+A quieter Mill Lane/)
  expect(info).toMatch(/Tagged:\s+yes/)
  expect(info).toMatch(/JavaScript:\s+no/)
})

test('a report of many megabytes is printed whole', async () => {
  const path = join(launched.userData, 'long.pdf')
  await answerSaveDialog(launched.app, path)
  const hidden = `<template>${'x'.repeat(5_000_000)}</template>`
  const document = `<!doctype html><html lang="en"><title>Long</title>${hidden}<h1>Begin</h1><p>The very end.</p></html>`
  expect(await exportPdf(launched.window, document)).toMatchObject({ ok: true })
  expect(execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' })).toContain('The very end.')
})

test('thinking again saves nothing and is no failure to be shown', async () => {
  await launched.app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' })
  })
  // Chromium keeps files of its own there, which come and go.
  const saved = async () => (await readdir(launched.userData)).filter((name) => /\.(?:pdf|part)$/.test(name))
  const before = await saved()
  expect(await exportPdf(launched.window, REPORT)).toEqual({ ok: false, failure: { code: 'cancelled' } })
  expect(await saved()).toEqual(before)
})

test('the sample’s report is saved as a PDF that a council can publish', async () => {
  const path = join(launched.userData, 'sample.pdf')
  const { window } = launched
  await answerSaveDialog(launched.app, path)
  await window.getByRole('button', { name: 'Open the sample workshop' }).click()
  await window.getByRole('button', { name: /^Report/ }).click()
  await window.getByRole('button', { name: 'Save as PDF' }).click()
  await expect(window.getByText(`Saved: ${path}`)).toBeVisible()
  const info = execFileSync('pdfinfo', [path], { encoding: 'utf8' })
  expect(info).toMatch(/Tagged:\s+yes/)
  const text = execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
  expect(text).toContain('The first visit: coming through the door in Bobbin Croft')
  expect(text).toContain('Recommendation 1')
  // The names of those who told stories without their name stay in the room.
  expect(text).not.toContain('Kerry-Ann')
})
