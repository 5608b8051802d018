import { createContext, type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { parkCards } from '#shared/board/actions/parking'
import type { Point } from '#shared/cards/box'
import { placeToBring } from '../../board/clipboard/placeToBring'
import { readTable, readText } from '../../board/clipboard/readText'
import type { Ask } from '../../board/session'
import { decodeText } from '../../stages/stories/decodeText'
import { usePlatform, useSession } from '../hooks'
import { useNotices } from '../kit/notices'
import { chooseFiles } from './chooseFiles'
import { kindOfFile } from './kindsOfFiles'
import { useAsks } from './useAsks'
import { lastCopied, useClipboard } from './useClipboard'
import { useDrops } from './useDrops'
import { usePasting } from './usePasting'
import { useBringPictures } from './usePictures'
import './bring.css'

/** Lets things come onto the wall from outside, wherever inside they are asked for. */
export interface Bringing {
  /** Lets a person on a phone photograph something, and puts it on the wall. */
  photograph(): void
}

const BringContext = createContext<Bringing | null>(null)

export function useBringing(): Bringing {
  const bringing = useContext(BringContext)
  if (!bringing) throw new Error('nothing brings things above this component')
  return bringing
}

/** Takes in what is pasted, dropped, chosen or photographed for the board that is shown inside. */
export function Bring({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const session = useSession()
  const { openLink, desktop } = usePlatform()
  const notices = useNotices()
  const bringPictures = useBringPictures()

  const bringFiles = (files: readonly File[], at: Point) => {
    const pictures: File[] = []
    for (const file of files) {
      const kind = kindOfFile(file)
      const { name } = file
      if (kind === 'picture') pictures.push(file)
      else if (kind === 'text' || kind === 'table') void bringTextFile(file, kind, at)
      else
        notices.say({
          words: kind === 'board' ? t('bring.boardFile', { name }) : t('bring.notForWall', { name }),
          tone: 'failure',
        })
    }
    if (pictures.length > 0) void bringPictures(pictures, at)
  }
  const { paste, bringText, question } = usePasting(bringFiles)
  const bringTextFile = async (file: File, kind: 'text' | 'table', at: Point) => {
    if (file.size > LARGEST_TEXT) return notices.fail({ code: 'tooLarge' })
    const decoded = decodeText(new Uint8Array(await file.arrayBuffer()))
    if (decoded.ok) bringText(decoded.value.text, at, kind === 'table' ? readTable : readText)
    else notices.fail(decoded.failure)
  }

  useClipboard(paste)
  const isOver = useDrops((data, at) => {
    if (!session.canWrite.get()) return notices.fail({ code: 'onlyLooking' })
    const place = session.camera.toWorld(at)
    const address = data.getData('text/uri-list').split(/\r?\n/, 1)[0] ?? ''
    if (data.files.length > 0) bringFiles([...data.files], place)
    else bringText(address || data.getData('text/plain'), place)
  })
  const pasteByMenu = () => {
    const copied = lastCopied()
    if (desktop) void desktop.paste()
    else if (copied) paste(copied)
    else notices.say({ words: t('bring.pressKeys') })
  }
  useAsks((ask: Ask) => {
    if (ask.do === 'openLink') openLink(ask.link)
    else if (ask.do === 'paste') pasteByMenu()
    // Deprecated, but the only way to the clipboard on a page without a certificate.
    else if (ask.do === 'copy' || ask.do === 'cut') document.execCommand(ask.do)
    else if (ask.do === 'park') {
      session.undo.mark()
      parkCards(session.writer, session.selection.ids.get(), t('guide.parked'))
      session.selection.clear()
      notices.say({ words: t('guide.isParked') })
    } else {
      const at = placeToBring(session)
      chooseFiles({ accept: 'image/*', multiple: true }, (files) => bringFiles(files, at))
    }
  })
  const bringing: Bringing = {
    photograph() {
      const { x, y } = session.camera.view.get()
      chooseFiles({ accept: 'image/*', camera: true }, (files) => void bringPictures(files, [x, y]))
    },
  }
  return (
    <BringContext value={bringing}>
      {children}
      {question}
      {isOver && (
        <div className="bring-drop" aria-hidden="true">
          <p>{t('bring.drop')}</p>
        </div>
      )}
    </BringContext>
  )
}

/** Bytes of a text file that is still looked into. */
const LARGEST_TEXT = 8 * 1024 * 1024
