import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const project = resolve(import.meta.dirname, '../..')
const FOLDERS = ['renderer', 'shared', 'electron', 'resources']

/** Where a page or a style sheet loads something from another host. */
const LOADS_IN_PAGE = /(?:src=|href=|url\(|@import )\s*["']?((?:(?:https?|wss?):)?\/\/[^"')\s]+)/g
/** The same where a script does; `http://127.0.0.1` is the app's own hub. */
const LOADS_IN_SCRIPT =
  /(?:fetch|import|importScripts|Worker|WebSocket|EventSource|sendBeacon|request|get)\(\s*["'`]((?:https?|wss?):\/\/(?!127\.0\.0\.1)[^"'`\s]+)/g

test('nothing of ours loads fonts, icons, workers or anything else from another host', () => {
  const found: string[] = []
  let looked = 0
  for (const folder of FOLDERS)
    for (const name of readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(?:html|css|svg|m?[jt]sx?)$/.test(name)) continue
      looked += 1
      const words = readFileSync(join(project, folder, name), 'utf8')
      const isScript = /\.m?[jt]sx?$/.test(name)
      for (const [, url] of words.matchAll(isScript ? LOADS_IN_SCRIPT : LOADS_IN_PAGE))
        found.push(`${folder}/${name}: ${url}`)
    }
  expect(looked).toBeGreaterThan(300)
  expect(found).toEqual([])
})

test('the page of a guest and that of the app may load from nowhere but where they came from', () => {
  const page = readFileSync(join(project, 'renderer/index.html'), 'utf8')
  const policies = [page, readFileSync(join(project, 'electron/protocol.ts'), 'utf8')]
  for (const policy of policies) {
    expect(policy).toMatch(/default-src '(?:none|self)'/)
    for (const kind of ['script', 'style', 'font', 'worker']) {
      const rules = [...policy.matchAll(new RegExp(`${kind}-src ([^;",]*)`, 'g'))].map(([, rule = '']) =>
        rule.trim(),
      )
      for (const rule of rules)
        expect(rule.split(/\s+/).filter((each) => /^https?:|^\*/.test(each))).toEqual([])
    }
  }
})
