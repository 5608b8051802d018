import { createContext, type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { Point } from '#shared/cards/box'
import { placeToBring } from '../../board/clipboard/placeToBring'
import { usePlatform, useSession } from '../hooks'
import { useNotices } from '../kit/notices'
import { chooseFiles } from './chooseFiles'
import { kindOfFile } from './kindsOfFiles'
import { useAsks } from './useAsks'
import { useDrops } from './useDrops'
import { useBringPictures } from './usePictures'
import './bring.css'

/** Lets things come onto the wall from outside, wherever inside they are asked for. */
export interface Bringing {
  /** Lets a person on a phone photograph something; resolves when it is on the wall, or was not put there. */
  photograph(): void
}

const BringContext = createContext<Bringing | null>(null)

export function useBringing(): Bringing {
  const bringing = useContext(BringContext)
  if (!bringing) throw new Error('nothing brings things above this component')
  return bringing
}

/** Takes in what is dropped, chosen or photographed for the board that is shown inside. */
export function Bring({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const session = useSession()
  const { openLink } = usePlatform()
  const notices = useNotices()
  const bringPictures = useBringPictures()

  const bringFiles = (files: readonly File[], at: Point) => {
    const pictures = files.filter((file) => kindOfFile(file) === 'picture')
    for (const file of files) {
      const kind = kindOfFile(file)
      if (kind === 'board') notices.say({ words: t('bring.boardFile', { name: file.name }), tone: 'failure' })
      else if (kind !== 'picture')
        notices.say({ words: t('bring.notForWall', { name: file.name }), tone: 'failure' })
    }
    if (pictures.length > 0) void bringPictures(pictures, at)
  }

  const isOver = useDrops((data, at) => {
    if (!session.canWrite.get()) return notices.fail({ code: 'onlyLooking' })
    bringFiles([...data.files], session.camera.toWorld(at))
  })
  useAsks((ask) => {
    if (ask.do === 'openLink') openLink(ask.link)
    else {
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
      {isOver && (
        <div className="bring-drop" aria-hidden="true">
          <p>{t('bring.drop')}</p>
        </div>
      )}
    </BringContext>
  )
}
