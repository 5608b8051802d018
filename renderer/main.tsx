import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import './ui/tints.css'
import './ui/largeControls.css'
import './ui/kit/button.css'
import './ui/kit/hints.css'
import './ui/kit/field.css'
import './ui/kit/dialog.css'
import './ui/kit/fold.css'
import './ui/kit/menu.css'
import './ui/kit/notices.css'
import { createRoot } from 'react-dom/client'
import { connectReplica } from './board/connectReplica'
import { bringRareLetters } from './canvas/rareLetters'
import { browserPlatform } from './platform/browser'
import { desktopPlatform, findBridge } from './platform/desktop'
import { App } from './ui/App'
import type { Connect } from './ui/connect'
import { keepHintsInSight } from './ui/kit/hints'
import { startLanguage } from './ui/language'
import { followSettings, languageFor } from './ui/settings'

const bridge = findBridge()
const platform = bridge ? await desktopPlatform(bridge) : browserPlatform()
await startLanguage(languageFor(platform))
followSettings(platform)
keepHintsInSight(document)

// The wall is painted, not laid out: a face that is not there yet would be measured as another one.
await Promise.allSettled(
  ['400 17px "Atkinson Hyperlegible Next"', '600 17px "Atkinson Hyperlegible Next"'].map((face) =>
    document.fonts.load(face),
  ),
)

const { unsent, desktop } = platform
const connect: Connect = (address, greeting) =>
  connectReplica(address, greeting, {
    ...(unsent ? { unsent } : {}),
    hidden: platform.openHidden(),
    isAtHub: desktop !== null,
  })

const root = document.getElementById('app')
if (!root) throw new Error('the page has no #app')
createRoot(root).render(<App platform={platform} connect={connect} />)

// Names, stories and notes hold emoji too; nobody waits for them.
if ('requestIdleCallback' in window) requestIdleCallback(() => void bringRareLetters())
else setTimeout(() => void bringRareLetters(), 2_000)
