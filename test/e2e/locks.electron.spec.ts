import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from '@playwright/test'
import { type LaunchedApp, launchApp } from '../support/electronApp'
import { test } from '../support/test'

let launched: LaunchedApp
test.beforeAll(async () => {
  launched = await launchApp()
  await launched.window.getByRole('main').waitFor()
})
test.afterAll(() => launched.close())

test('the page has nothing of Node and only two functions of ours', async () => {
  const facts = await launched.window.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
    bridge: Object.keys((window as unknown as { commonGround: object }).commonGround).sort(),
    isSecure: isSecureContext,
    origin,
  }))
  expect(facts).toEqual({ node: [], bridge: ['call', 'on'], isSecure: true, origin: 'app://ground' })
})

test('the sandbox and the isolation are on in every window', async () => {
  const facts = await launched.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Electron has it, its types do not.
      const { getLastWebPreferences } = contents as unknown as {
        getLastWebPreferences: () => Record<string, unknown>
      }
      const { sandbox, contextIsolation, nodeIntegration, webviewTag } = getLastWebPreferences.call(contents)
      return { sandbox, contextIsolation, nodeIntegration, webviewTag }
    }),
  )
  expect(facts.length).toBeGreaterThan(0)
  for (const fact of facts) {
    expect(fact).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false })
  }
})

test('the page comes with a policy that allows no other place', async () => {
  const policy = await launched.window.evaluate(async () =>
    (await fetch('index.html')).headers.get('content-security-policy'),
  )
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe')
})

test('text that becomes script does not run', async () => {
  const ran = await launched.window.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.hasRun = true'
    document.head.append(script)
    // A text given to a timer is evaluated by the page itself; the debugger, which runs this test, may evaluate.
    setTimeout('window.hasEvaluated = true' as unknown as () => void, 0)
    await new Promise((resolve) => setTimeout(resolve, 0))
    return { inline: 'hasRun' in window, evaluated: 'hasEvaluated' in window }
  })
  expect(ran).toEqual({ inline: false, evaluated: false })
})

test('no other window opens', async () => {
  const opened = await launched.window.evaluate(() => window.open('https://example.org/') !== null)
  expect(opened).toBe(false)
  expect(launched.app.windows()).toHaveLength(1)
})

test('the page cannot be led away', async () => {
  const { window } = launched
  for (const address of [
    'http://127.0.0.1:9/',
    'file:///etc/passwd',
    'data:text/html,hello',
    'app://elsewhere/',
  ]) {
    await window.evaluate((to) => {
      const link = document.createElement('a')
      link.href = to
      document.body.append(link)
      link.click()
      link.remove()
    }, address)
    // A second turn of the page's own loop: a navigation that was let through would have ended it.
    await window.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
    expect(window.url()).toBe('app://ground/index.html')
  }
})

test('no request reaches another origin', async () => {
  let reached = 0
  const server = createServer((_request, response) => {
    reached += 1
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('secret')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const tried = await launched.window.evaluate(async (port) => {
    const outcome = (request: Promise<unknown>) =>
      request.then(
        () => 'reached',
        () => 'refused',
      )
    const image = () =>
      new Promise((resolve, reject) => {
        const element = new Image()
        element.onload = resolve
        element.onerror = reject
        element.src = `http://localhost:${port}/x.png`
      })
    return Promise.all([
      outcome(fetch(`http://localhost:${port}/`)),
      outcome(fetch(`http://[::1]:${port}/`)),
      outcome(fetch('https://example.org/')),
      outcome(fetch('file:///etc/passwd')),
      outcome(fetch('app://elsewhere/index.html')),
      outcome(image()),
    ])
  }, port)
  server.close()
  expect(tried).toEqual(tried.map(() => 'refused'))
  expect(reached).toBe(0)
})

test('permissions are denied', async () => {
  const states = await launched.window.evaluate(async () => {
    const ask = (name: string) =>
      navigator.permissions.query({ name: name as PermissionName }).then((status) => status.state)
    const place = new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        () => resolve('denied'),
      ),
    )
    const camera = navigator.mediaDevices.getUserMedia({ video: true, audio: true }).then(
      () => 'granted',
      () => 'denied',
    )
    return [
      await ask('geolocation'),
      await ask('notifications'),
      await ask('camera'),
      await place,
      await camera,
    ]
  })
  expect(states).toEqual(['denied', 'denied', 'denied', 'denied', 'denied'])
})

test('a call that is not in the contract, or not in its shape, is refused', async () => {
  const answers = await launched.window.evaluate(async () => {
    const { call } = (
      window as unknown as { commonGround: { call: (name: string, request?: unknown) => Promise<unknown> } }
    ).commonGround
    const outcome = (answer: Promise<unknown>) => answer.catch((error: Error) => error.message)
    return [
      await outcome(call('readFile', '/etc/passwd')),
      await outcome(call('createBoard', { title: 7 })),
      await outcome(call('openBoard', { path: '/etc/passwd' })),
    ]
  })
  expect(answers[0]).toContain('no such call')
  expect(answers[1]).toMatchObject({ ok: false, failure: { code: 'badMessage' } })
  expect(answers[2]).toMatchObject({ ok: false, failure: { code: 'noPermission' } })
})
